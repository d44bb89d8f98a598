//~ family: E0277-bound-removed
use std::collections::{BTreeSet, HashSet};
use std::hash::Hash;

fn distinct<T>(items: Vec<T>) -> usize
where
    T: Hash + Eq,
{
    let set: HashSet<T> = HashSet::from_iter(items);
    set.len()
}

fn ordered<T>(items: &[T]) -> Vec<T>
where
    T: Ord + Clone,
{
    BTreeSet::from_iter(items.to_vec()).into_iter().collect()
}

fn main() {
    println!("{}", distinct(vec!["x", "y", "x"]));
    println!("{:?}", ordered(&[5, 2, 9, 2]));
}
