//~ family: E0507-match-borrow-removed
#[derive(Default)]
struct Tree<K, V> {
    root: Option<Box<Branch<K, V>>>,
}

struct Branch<K, V> {
    key: K,
    value: V,
    left: Tree<K, V>,
    right: Tree<K, V>,
}

impl<K: Ord, V> Tree<K, V> {
    fn new() -> Self {
        Tree { root: None }
    }

    fn insert(&mut self, key: K, value: V) {
        match &mut self.root {
            Some(branch) if key < branch.key => branch.left.insert(key, value),
            Some(branch) => branch.right.insert(key, value),
            None => self.root = Some(Box::new(Branch { key, value, left: Tree::new(), right: Tree::new() })),
        }
    }

    fn depth(&self) -> usize {
        let Some(branch) = &self.root else { return 0 };
        1 + branch.left.depth().max(branch.right.depth())
    }

    fn lookup(&self, key: &K) -> usize {
        match &self.root {
            None => 0,
            Some(branch) => {
                let side = if *key < branch.key { &branch.left } else { &branch.right };
                side.lookup(key) + usize::from(*key != branch.key)
            }
        }
    }
}

fn main() {
    let mut tree = Tree::new();
    for (place, word) in ["moss", "fern", "reed"].iter().enumerate() {
        tree.insert(*word, place);
    }
    println!("{} {}", tree.depth(), tree.lookup(&"reed"));
    println!("{:?}", tree.root.map(|branch| branch.value));
}
