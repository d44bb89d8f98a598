//~ family: parse-paren
#[derive(Debug)]
struct Heap<T, F>(Vec<T>, F);

impl<T, F> Heap<T, F>
where
    T: Clone,
    F: Fn(&T, &T) -> bool,
{
    fn new(first: F) -> Self {
        Heap(Vec::new(), first)
    }

    fn push(&mut self, item: T) -> &mut Self {
        self.0.push(item);
        let mut at = self.0.len() - 1;
        while at > 0 && (self.1)(&self.0[at], &self.0[(at - 1) / 2]) {
            self.0.swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        self
    }

    fn top(&self) -> Option<(&T, usize)> {
        self.0.first().map(|item| (item, self.0.len()))
    }
}

macro_rules! heap {
    ($first:expr; $($item:expr),*) => {{
        let mut heap = Heap::new($first);
        $(heap.push($item);)*
        heap
    }};
}

fn main() {
    let words = heap!(|a: &&str, b: &&str| a.len() < b.len(); "maple", "fir", "oak");
    println!("{:?}", words.top());
    let mut numbers = Heap::new(|a: &i32, b: &i32| a > b);
    numbers.push(4).push(9).push((2 + 3) * 2);
    println!("{:?} {}", numbers.top(), (1..=3).rev().map(|n| n * n).sum::<i32>());
}
