//~ family: E0594-shared-reference
mod tree {
    #[derive(Debug)]
    pub struct Node<K, V> {
        pub key: K,
        pub value: V,
        pub children: [Option<Box<Node<K, V>>>; 2],
    }

    pub fn leaf<K, V>(key: K, value: V) -> Node<K, V> {
        Node { key, value, children: [None, None] }
    }

    pub fn put<K: Ord, V>(root: &mut Option<Box<Node<K, V>>>, key: K, value: V) {
        match root {
            None => *root = Some(Box::new(leaf(key, value))),
            Some(node) => {
                let side = usize::from(key > node.key);
                put(&mut node.children[side], key, value)
            }
        }
    }

    fn renew<K, V>(node: &mut Node<K, V>, value: V) {
        node.value = value;
    }

    pub fn update<K, V, F>(node: &mut Node<K, V>, change: F) -> usize
    where
        F: Fn(&K, &V) -> V,
    {
        let mut changed = 1;
        for child in node.children.iter_mut().flatten() {
            child.value = change(&child.key, &child.value);
            changed += 1;
        }
        let value = change(&node.key, &node.value);
        renew(node, value);
        changed
    }
}

fn cut(slot: &mut Option<Box<tree::Node<u8, f64>>>) {
    *slot = None;
}

fn main() {
    let mut root = None;
    for (key, value) in [(5, 0.5), (2, 0.2), (9, 0.9)] {
        tree::put(&mut root, key, value);
    }
    if let Some(node) = root.as_mut() {
        node.key = 6;
        println!("{}", tree::update(node, |key, value| value * 10.0 + f64::from(*key)));
        cut(&mut node.children[1]);
    }
    println!("{root:?}");
}
