//~ family: E0191-binding-removed
use std::iter::Peekable;

struct Merge {
    left: Peekable<Box<dyn Iterator<Item = u64>>>,
    right: Peekable<Box<dyn Iterator<Item = u64>>>,
}

fn multiples(of: u64, below: u64) -> Box<dyn Iterator<Item = u64>> {
    Box::new((1..).map(move |factor| factor * of).take_while(move |value| *value < below))
}

impl Iterator for Merge {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        match (self.left.peek(), self.right.peek()) {
            (Some(left), Some(right)) if right < left => self.right.next(),
            (None, Some(_)) => self.right.next(),
            _ => self.left.next(),
        }
    }
}

fn main() {
    let merge = Merge { left: multiples(3, 16).peekable(), right: multiples(5, 21).peekable() };
    println!("{:?}", merge.collect::<Vec<u64>>());
}
