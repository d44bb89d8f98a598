//~ family: E0609-typo
use std::ops::{Add, Index, IndexMut};

#[derive(Debug)]
struct Slot<T> {
    value: T,
    next: Option<usize>,
}

#[derive(Debug, Default)]
struct Arena<T> {
    slots: Vec<Slot<T>>,
    head: Option<usize>,
}

impl<T> Arena<T> {
    fn push(&mut self, value: T) -> usize {
        let at = self.slots.len();
        self.slots.push(Slot { value, next: self.head.replace(at) });
        at
    }

    fn walk(&self) -> impl Iterator<Item = &T> {
        std::iter::successors(self.head, |at| self.slots[*at].next).map(|at| &self.slots[at].value)
    }
}

impl<T> Index<usize> for Arena<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.slots[at].value
    }
}

impl<T> IndexMut<usize> for Arena<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        &mut self.slots[at].value
    }
}

fn total<T: Copy + Default + Add<Output = T>>(arena: &Arena<T>) -> T {
    arena.walk().fold(T::default(), |sum, value| sum + *value)
}

fn main() {
    let mut arena = Arena { slots: vec![], head: None };
    let first = arena.push(2.5);
    arena.push(4.0);
    arena[first] *= 3.0;
    println!("{} {} {:?}", total(&arena), arena[0], arena.head);
}
