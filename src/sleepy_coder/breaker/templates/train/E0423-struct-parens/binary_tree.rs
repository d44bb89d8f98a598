//~ family: E0423-struct-parens
#[derive(Debug)]
struct Tree<K, V> {
    root: Option<Box<Node<K, V>>>,
    size: usize,
}

#[derive(Debug)]
struct Node<K, V> {
    pair: Pair<K, V>,
    left: Option<Box<Node<K, V>>>,
    right: Option<Box<Node<K, V>>>,
}

#[derive(Debug, Clone)]
struct Pair<K, V> {
    key: K,
    value: V,
}

impl<K: Ord, V> Tree<K, V> {
    fn new() -> Self {
        Tree { root: None, size: 0 }
    }

    fn insert(&mut self, key: K, value: V) -> Option<V> {
        let mut place = &mut self.root;
        while let Some(node) = place {
            if node.pair.key == key {
                return Some(std::mem::replace(&mut node.pair.value, value));
            }
            place = if key < node.pair.key { &mut node.left } else { &mut node.right };
        }
        let pair = Pair { key, value };
        *place = Some(Box::new(Node { pair, left: None, right: None }));
        self.size += 1;
        None
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Tree<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut tree = Self::new();
        for (key, value) in pairs {
            tree.insert(key, value);
        }
        tree
    }
}

fn main() {
    let mut tree: Tree<&str, i32> = [("m", 3), ("c", 8)].into_iter().collect();
    println!("{:?} {:?}", tree.insert("m", 4), tree.insert("x", 1));
    let root = tree.root.as_ref().map_or(Pair { key: "", value: 0 }, |node| node.pair.clone());
    println!("{}={} {}", root.key, root.value, tree.size);
}
