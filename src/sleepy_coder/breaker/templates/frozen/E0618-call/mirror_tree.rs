//~ family: E0618-call
//~ vary u16: u16 | u8 | i32
struct Node {
    value: u16,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

fn leaf(value: u16) -> Option<Box<Node>> {
    Some(Box::new(Node { value, left: None, right: None }))
}

fn depth(node: &Option<Box<Node>>) -> usize {
    match node {
        None => 0,
        Some(inner) => {
            let left = depth(&inner.left);
            let right = depth(&inner.right);
            left.max(right) + 1
        }
    }
}

fn main() {
    let branch = Node { value: 20, left: leaf(11), right: None };
    let root = Some(Box::new(Node { value: 35, left: Some(Box::new(branch)), right: leaf(48) }));
    let height = depth(&root);
    println!("height {}", height);
    let shown: Option<u16> = root.map(|node| node.value);
    println!("{:?}", shown);
}
