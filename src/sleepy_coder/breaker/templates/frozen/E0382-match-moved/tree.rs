//~ family: E0382-match-moved
#[derive(Debug)]
struct Node {
    word: String,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

fn leaf(word: &str) -> Node {
    Node { word: word.to_string(), left: None, right: None }
}

fn depth(node: Node) -> (usize, Node) {
    let mut deepest = 0;
    for child in [&node.left, &node.right] {
        if let Some(below) = child {
            deepest = deepest.max(1 + below.word.len());
        }
    }
    if let Some(left) = &node.left {
        println!("left of {}: {}", node.word, left.word);
    }
    (deepest, node)
}

fn main() {
    let mut root = leaf("stem");
    root.left = Some(Box::new(leaf("bud")));
    let (found, root) = depth(root);
    println!("{found}");
    let right = root.right;
    match &right {
        Some(node) => println!("right: {}", node.word),
        None => println!("no right, {:?}", root.left.is_some()),
    }
    println!("{:?}", right.is_none());
}
