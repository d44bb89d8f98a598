//~ family: parse-paren
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

#[derive(Default)]
struct Node {
    value: Cell<u32>,
    owner: RefCell<Weak<Node>>,
    parts: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    fn attach(self: &Rc<Self>, part: Rc<Node>) {
        *part.owner.borrow_mut() = Rc::downgrade(self);
        self.parts.borrow_mut().push(part);
    }

    fn total(&self) -> u32 {
        let below: u32 = self.parts.borrow().iter().map(|part| part.total()).sum();
        below + self.value.get()
    }

    fn root_value(&self) -> u32 {
        if let Some(owner) = self.owner.borrow().upgrade() {
            return owner.root_value();
        }
        self.value.get()
    }
}

fn leaf(value: u32) -> Rc<Node> {
    Rc::new(Node {
        value: Cell::new(value),
        ..Node::default()
    })
}

fn main() {
    let (root, inner) = (leaf(5), leaf(2));
    inner.attach(leaf(40));
    root.attach(Rc::clone(&inner));
    inner.value.set(inner.value.get() * (3 + 1));
    println!("{} {}", root.total(), inner.parts.borrow()[0].root_value());
}
