//~ family: E0308-box-removed
//~ vary u32: u32 | u64
#[derive(Default)]
struct Node {
    key: u32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

fn insert(slot: Option<Box<Node>>, key: u32) -> Box<Node> {
    let Some(mut node) = slot else {
        return Box::new(Node { key, ..Node::default() });
    };
    if key < node.key {
        node.left = Some(insert(node.left.take(), key));
    } else {
        node.right = Some(insert(node.right.take(), key));
    }
    node
}

fn depth(slot: &Option<Box<Node>>) -> usize {
    slot.as_ref().map_or(0, |node| 1 + depth(&node.left).max(depth(&node.right)))
}

fn main() {
    let mut root: Box<Node> = Box::new(Node { key: 50, left: None, right: None });
    for key in [30, 70, 60, 65] {
        root = insert(Some(root), key);
    }
    println!("{}", root.key);
    println!("{}", depth(&Some(root)));
}
