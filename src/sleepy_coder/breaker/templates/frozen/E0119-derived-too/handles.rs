//~ family: E0119-derived-too
use std::sync::atomic::{AtomicUsize, Ordering};

static MADE: AtomicUsize = AtomicUsize::new(0);

struct Handle<T> {
    value: T,
    number: usize,
}

impl<T: Clone> Clone for Handle<T> {
    fn clone(&self) -> Self {
        let number = MADE.fetch_add(1, Ordering::SeqCst);
        Handle { value: self.value.clone(), number }
    }
}

impl<T: Default> Default for Handle<T> {
    fn default() -> Self {
        Handle { value: T::default(), number: 100 }
    }
}

fn main() {
    let first: Handle<String> = Handle::default();
    let copies: Vec<Handle<String>> = (0..3).map(|_| first.clone()).collect();
    let numbers: Vec<usize> = copies.iter().map(|copy| copy.number).collect();
    println!("{numbers:?} {} {:?}", first.number, copies[0].value);
}
