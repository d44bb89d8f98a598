//~ family: E0308-box-removed
//~ vary u32: u32 | i32 | u64
use std::cmp::Ordering;

#[derive(Default)]
struct Tree {
    root: Option<Box<Node>>,
}

struct Node {
    key: u32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Tree {
    fn insert(&mut self, key: u32) -> bool {
        let mut place = &mut self.root;
        while let Some(node) = place {
            place = match key.cmp(&node.key) {
                Ordering::Less => &mut node.left,
                Ordering::Greater => &mut node.right,
                Ordering::Equal => return false,
            };
        }
        *place = Some(Box::new(Node { key, left: None, right: None }));
        true
    }
}

fn walk(node: &Option<Box<Node>>, visit: &mut Box<dyn FnMut(u32)>) {
    if let Some(inner) = node {
        walk(&inner.left, visit);
        visit(inner.key);
        walk(&inner.right, visit);
    }
}

fn main() {
    let mut tree = Tree::default();
    let fresh = [6, 2, 9, 2].into_iter().filter(|key| tree.insert(*key)).count();
    let mut printer: Box<dyn FnMut(u32)> = Box::new(|key| print!("{key} "));
    walk(&tree.root, &mut printer);
    let leaf: Box<Node> = Box::new(Node { key: 4, left: None, right: tree.root.take() });
    walk(&Some(leaf), &mut printer);
    println!("{fresh}");
}
