//~ family: E0040-drop-method
use std::rc::{Rc, Weak};

trait Closes {
    fn close(self, why: &str) -> bool;
}

impl<T> Closes for Rc<T> {
    fn close(self, why: &str) -> bool {
        let watch: Weak<T> = Rc::downgrade(&self);
        let held = self;
        drop(held);
        println!("{why}");
        watch.strong_count() == 0
    }
}

struct Pair<A, B> {
    left: Rc<A>,
    right: (Box<B>, Rc<A>),
}

fn split<A, B: PartialOrd + Default>(pair: Pair<A, B>) -> usize {
    match pair {
        Pair { left, right: (value, _) } if *value > B::default() => {
            drop(value);
            Rc::strong_count(&left)
        }
        Pair { left, right } => {
            drop(right.1);
            let count = Rc::strong_count(&left);
            let lone = left.close("lone");
            drop(right.0);
            count + usize::from(lone)
        }
    }
}

fn main() {
    let shared = Rc::new("tree");
    for value in [4, -1] {
        let pair = Pair { left: shared.clone(), right: (Box::new(value), shared.clone()) };
        println!("{}", split(pair));
    }
    println!("{}", shared.close("last"));
}
