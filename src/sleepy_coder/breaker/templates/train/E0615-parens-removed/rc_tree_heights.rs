//~ family: E0615-parens-removed
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Node {
    label: char,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    fn new(label: char) -> Rc<Self> {
        Rc::new(Node { label, parent: RefCell::default(), children: RefCell::default() })
    }

    fn adopt(self: &Rc<Self>, child: Rc<Node>) {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
    }

    fn height(&self) -> usize {
        let children = self.children.borrow();
        1 + children.iter().map(|child| child.height()).max().unwrap_or_default()
    }

    fn path(&self) -> String {
        match self.parent.borrow().upgrade() {
            Some(parent) => format!("{}/{}", parent.path(), self.label),
            None => self.label.to_string(),
        }
    }
}

fn main() {
    let (root, twig, leaf) = (Node::new('r'), Node::new('t'), Node::new('l'));
    twig.adopt(Rc::clone(&leaf));
    root.adopt(twig);
    println!("{} {}", root.height(), leaf.path());
}
