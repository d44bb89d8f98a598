//~ family: E0403-parameter-twice
struct Chunks<'c, T: 'c> {
    rest: &'c [T],
    size: usize,
}

impl<'c, T> Chunks<'c, T> {
    fn over(rest: &'c [T], size: usize) -> Chunks<'c, T> {
        Chunks { rest, size: size.max(1) }
    }

    fn peek(&self) -> Option<&'c T> {
        self.rest.first()
    }
}

impl<'c, T> Iterator for Chunks<'c, T> {
    type Item = &'c [T];

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (chunk, rest) = self.rest.split_at(self.size.min(self.rest.len()));
        self.rest = rest;
        Some(chunk)
    }
}

impl<'c, T> From<&'c Vec<T>> for Chunks<'c, T> {
    fn from(items: &'c Vec<T>) -> Self {
        Self::over(items, 2)
    }
}

fn totals<'c, T, S>(chunks: Chunks<'c, T>) -> Vec<S>
where
    S: std::iter::Sum<&'c T>,
{
    chunks.map(|chunk| chunk.iter().sum()).collect()
}

fn main() {
    let numbers = vec![4, 8, 15, 16, 23];
    let chunks = Chunks::from(&numbers);
    println!("{:?}", chunks.peek());
    println!("{:?}", totals::<i32, i32>(chunks));
}
