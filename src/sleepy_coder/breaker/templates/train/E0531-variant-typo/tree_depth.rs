//~ family: E0531-variant-typo
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone)]
struct Link(Rc<RefCell<Node>>);

#[derive(Default)]
struct Node {
    left: Option<Link>,
    right: Option<Link>,
}

impl Link {
    fn depth(&self) -> usize {
        let Link(inner) = self;
        let node = inner.borrow();
        let below = match (&node.left, &node.right) {
            (Some(left), Some(right)) => left.depth().max(right.depth()),
            (Some(only), None) | (None, Some(only)) => only.depth(),
            (None, None) => 0,
        };
        below + 1
    }
}

fn leaf() -> Link {
    Link(Rc::default())
}

fn main() {
    let root = leaf();
    root.0.borrow_mut().left = Some(leaf());
    if let Some(child) = &root.0.borrow().left {
        child.0.borrow_mut().right = Some(leaf());
    }
    println!("{}", root.depth());
}
