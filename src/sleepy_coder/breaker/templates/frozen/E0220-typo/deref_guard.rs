//~ family: E0220-typo
use std::ops::{Deref, DerefMut, Neg, Not};

struct Watched<T> {
    value: T,
    writes: usize,
}

impl<T> Deref for Watched<T> {
    type Target = T;
    fn deref(&self) -> &Self::Target {
        &self.value
    }
}

impl<T> DerefMut for Watched<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.writes += 1;
        &mut self.value
    }
}

fn flip<T: Neg<Output = T> + Copy>(items: &mut [T]) {
    items.iter_mut().for_each(|item| *item = -*item);
}

fn negated<T: Not>(value: T) -> T::Output {
    !value
}

fn main() {
    let mut watched = Watched { value: vec![3, -8], writes: 0 };
    watched.push(1);
    flip(&mut watched);
    println!("{:?} {} {}", watched.value, watched.writes, negated(watched.is_empty()));
}
