//~ family: E0063-field
use std::collections::HashMap;
use std::rc::Rc;

enum Tree<T> {
    Leaf { value: T, depth: usize },
    Fork { left: Box<Tree<T>>, right: Box<Tree<T>> },
}

struct Summary<'a> {
    label: &'a str,
    leaves: usize,
    cache: Rc<HashMap<usize, u32>>,
}

fn grow(depth: usize, value: u32) -> Tree<u32> {
    if depth > 2 || value % 5 == 0 {
        return Tree::Leaf { value, depth };
    }
    let left = Box::new(grow(depth + 1, value + 1));
    let right = Box::new(grow(depth + 1, value * 2));
    Tree::Fork { left, right }
}

fn collect(tree: &Tree<u32>, cache: &mut HashMap<usize, u32>) -> usize {
    match tree {
        Tree::Leaf { value, depth } => {
            *cache.entry(*depth).or_default() += value;
            1
        }
        Tree::Fork { left, right } => collect(left, cache) + collect(right, cache),
    }
}

fn summary<'a>(label: &'a str, tree: &Tree<u32>) -> Summary<'a> {
    let mut cache = HashMap::new();
    let leaves = collect(tree, &mut cache);
    let cache = Rc::new(cache);
    Summary { label, leaves, cache }
}

fn main() {
    let Summary { label, leaves, cache } = summary("oak", &grow(0, 4));
    println!("{label} {leaves} {:?}", cache.get(&3));
}
