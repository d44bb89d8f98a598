//~ family: E0403-parameter-twice
#[derive(Debug)]
struct Node<T> {
    value: T,
    children: Vec<Node<T>>,
}

fn leaf<T>(value: T) -> Node<T> {
    Node { value, children: vec![] }
}

impl<T> Node<T> {
    fn depth(&self) -> usize {
        1 + self.children.iter().map(Node::depth).max().unwrap_or(0)
    }

    fn each(&self, visit: &mut dyn FnMut(&T)) {
        visit(&self.value);
        for child in &self.children {
            child.each(visit);
        }
    }
}

fn longest<T, U: Ord + Default>(node: &Node<T>, key: fn(&T) -> U) -> U {
    let mut best = U::default();
    node.each(&mut |value| {
        let measured = key(value);
        if measured > best {
            best = measured;
        }
    });
    best
}

fn main() {
    let tree = Node { value: "root", children: vec![leaf("a"), Node { value: "bee", children: vec![leaf("sting")] }] };
    println!("{} levels, longest {}", tree.depth(), longest(&tree, |word| word.len()));
}
