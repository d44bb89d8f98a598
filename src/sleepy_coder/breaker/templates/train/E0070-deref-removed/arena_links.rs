//~ family: E0070-deref-removed
use std::ops::{Deref, DerefMut, IndexMut};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Slot {
    Free,
    Used { next: Option<usize> },
}

struct Arena(Vec<Slot>);

impl Deref for Arena {
    type Target = Vec<Slot>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Arena {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Arena {
    fn find(&mut self) -> Option<&mut Slot> {
        self.iter_mut().find(|slot| **slot == Slot::Free)
    }

    fn fill(&mut self, next: Option<usize>) -> Result<(), &'static str> {
        *self.find().ok_or("full")? = Slot::Used { next };
        Ok(())
    }

    fn release(&mut self, at: usize) {
        match self.0.index_mut(at) {
            Slot::Free => println!("{at} is free"),
            Slot::Used { .. } => *self.index_mut(at) = Slot::Free,
        }
    }
}

fn main() {
    let mut arena = Arena(vec![Slot::Free; 2]);
    println!("{:?} {:?} {:?}", arena.fill(None), arena.fill(Some(0)), arena.fill(None));
    arena.release(1);
    *arena.first_mut().unwrap() = Slot::Used { next: Some(1) };
    println!("{:?}", *arena);
}
