//~ family: E0309-outlives-removed
struct Windows<'w, T> {
    slice: &'w [T],
    size: usize,
}

trait Pairs<'w> {
    type Row;
    fn rows(&self) -> Vec<Self::Row>;
}

impl<'w, T: 'w> Pairs<'w> for Windows<'w, T> {
    type Row = &'w [T];
    fn rows(&self) -> Vec<&'w [T]> {
        self.slice.chunks(self.size).collect()
    }
}

fn source<'w, T: Copy + 'w>(slice: &'w [T]) -> Box<dyn Fn(usize) -> T + 'w> {
    Box::new(move |at| slice[at])
}

fn filter<'w, P: Fn(&i32) -> bool + 'w>(slice: &'w [i32], keep: P) -> Box<dyn Iterator<Item = &'w i32> + 'w> {
    Box::new(slice.iter().filter(move |value| keep(value)))
}

fn main() {
    let numbers = [8, 3, 5, 1];
    println!("{:?}", Windows { slice: &numbers, size: 2 }.rows());
    println!("{}", source(&numbers)(2));
    println!("{:?}", filter(&numbers, |value| *value > 4).collect::<Vec<_>>());
}
