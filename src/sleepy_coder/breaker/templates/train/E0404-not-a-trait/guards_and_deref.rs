//~ family: E0404-not-a-trait
use std::cell::Cell;
use std::ops::{Deref, DerefMut, Drop, Not};
use std::rc::Rc;

type Shared = Rc<Cell<u32>>;

enum Access {
    Read,
    Write,
}

struct Guard<T> {
    value: T,
    uses: Shared,
}

impl<T> Deref for Guard<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.uses.set(self.uses.get() + 1);
        &self.value
    }
}

impl<T> DerefMut for Guard<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> Drop for Guard<T> {
    fn drop(&mut self) {
        println!("used {}", self.uses.get());
    }
}

impl Not for Access {
    type Output = Self;

    fn not(self) -> Self {
        if let Access::Read = self {
            Access::Write
        } else {
            Access::Read
        }
    }
}

fn main() {
    let mut guard = Guard { value: vec![4, 9], uses: Shared::default() };
    if matches!(!Access::Read, Access::Write) {
        guard.push(30);
    }
    println!("{} {:?}", guard.len(), guard.first());
}
