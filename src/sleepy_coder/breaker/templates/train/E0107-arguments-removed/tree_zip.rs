//~ family: E0107-arguments-removed
use std::cmp::Reverse;
use std::collections::{BTreeMap, LinkedList};
use std::fmt::Debug;
use std::ops::ControlFlow;

#[derive(Debug)]
enum Tree<K, V> {
    Leaf,
    Fork(Box<Tree<K, V>>, (K, V), Box<Tree<K, V>>),
}

trait Container {
    type Pair;
    type Iter: Iterator<Item = Self::Pair>;
    fn items(self) -> Self::Iter;
}

impl<K: Ord, V> Container for Tree<K, V> {
    type Pair = (K, V);
    type Iter = std::collections::linked_list::IntoIter<(K, V)>;

    fn items(self) -> Self::Iter {
        let mut found: LinkedList<(K, V)> = LinkedList::new();
        let mut todo: Vec<Tree<K, V>> = vec![self];
        while let Some(tree) = todo.pop() {
            if let Tree::Fork(left, pair, right) = tree {
                found.push_back(pair);
                todo.extend([*right, *left]);
            }
        }
        found.into_iter()
    }
}

fn insert<K: Ord, V>(tree: Tree<K, V>, key: K, value: V) -> Tree<K, V> {
    match tree {
        Tree::Leaf => Tree::Fork(Box::new(Tree::Leaf), (key, value), Box::new(Tree::Leaf)),
        Tree::Fork(left, pair, right) if key < pair.0 => Tree::Fork(Box::new(insert(*left, key, value)), pair, right),
        Tree::Fork(left, pair, right) => Tree::Fork(left, pair, Box::new(insert(*right, key, value))),
    }
}

fn first_long<T>(items: impl IntoIterator<Item = T>, long: fn(&T) -> bool) -> ControlFlow<T> {
    items.into_iter().try_for_each(|item| {
        if long(&item) {
            ControlFlow::Break(item)
        } else {
            ControlFlow::Continue(())
        }
    })
}

static ORDER: fn(&(Reverse<u8>, String)) -> bool = |pair| pair.1.len() > 2;

fn main() {
    let mut tree: Tree<Reverse<u8>, String> = Tree::Leaf;
    for (key, text) in [(4, "ab"), (9, "cde"), (1, "f")] {
        tree = insert(tree, Reverse(key), text.to_string());
    }
    let shown: &dyn Debug = &tree;
    println!("{:.9}", format!("{shown:?}"));
    let pairs: BTreeMap<Reverse<u8>, String> = tree.items().collect();
    println!("{:?}", first_long(pairs, ORDER));
}
