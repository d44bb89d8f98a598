//~ family: E0403-parameter-twice
use std::fmt::{self, Debug, Display};

struct Ring<T, const SIZE: usize> {
    slots: [Option<T>; SIZE],
    head: usize,
}

impl<T: Copy, const SIZE: usize> Ring<T, SIZE> {
    fn new() -> Self {
        Ring {
            slots: [None; SIZE],
            head: 0,
        }
    }

    fn put(&mut self, value: T) -> Option<T> {
        let slot = &mut self.slots[self.head % SIZE];
        self.head += 1;
        slot.replace(value)
    }
}

impl<T, const SIZE: usize> Display for Ring<T, SIZE>
where
    T: Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.slots
            .iter()
            .flatten()
            .try_for_each(|value| write!(f, "[{value:?}]"))
    }
}

trait Summary<R> {
    fn summary<F: Fn(&R) -> usize>(&self, measure: F) -> usize;
}

impl<R, const SIZE: usize> Summary<R> for Ring<R, SIZE> {
    fn summary<F: Fn(&R) -> usize>(&self, measure: F) -> usize {
        self.slots.iter().flatten().map(measure).sum()
    }
}

fn main() {
    let mut ring: Ring<&str, 3> = Ring::new();
    for word in ["north", "east", "south", "west"] {
        if let Some(old) = ring.put(word) {
            println!("dropped {old}");
        }
    }
    println!("{ring} {}", ring.summary(|word| word.len()));
}
