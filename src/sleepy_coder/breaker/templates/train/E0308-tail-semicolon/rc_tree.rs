//~ family: E0308-tail-semicolon
use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::{Rc, Weak};

#[derive(Default)]
struct Node {
    label: &'static str,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

fn leaf(label: &'static str) -> Rc<Node> {
    Rc::new(Node { label, ..Node::default() })
}

impl Node {
    fn adopt(self: Rc<Self>, child: Rc<Node>) -> Rc<Self> {
        child.parent.replace(Rc::downgrade(&self));
        self.children.borrow_mut().push(child);
        self
    }

    fn path(&self) -> String {
        let Some(parent) = self.parent.borrow().upgrade() else {
            return self.label.to_string();
        };
        parent.path() + "/" + self.label
    }

    fn search<F: Fn(&Node) -> bool>(&self, test: &F) -> ControlFlow<String> {
        if test(self) {
            return ControlFlow::Break(self.path());
        }
        for child in self.children.borrow().iter() {
            child.search(test)?;
        }
        ControlFlow::Continue(())
    }
}

fn main() {
    let inner = leaf("bin").adopt(leaf("tool"));
    let root = leaf("usr").adopt(inner);
    let found = root.search(&|node: &Node| {
        let children = node.children.borrow();
        children.is_empty()
    });
    println!("{found:?}");
}
