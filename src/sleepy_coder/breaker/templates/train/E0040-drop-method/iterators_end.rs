//~ family: E0040-drop-method
use std::collections::{BTreeMap, LinkedList};

type Table = BTreeMap<String, LinkedList<u32>>;

fn prune(table: &mut Table, least: u32) -> Vec<u32> {
    let mut removed = Vec::new();
    for list in table.values_mut() {
        let old = std::mem::take(list);
        list.extend(old.iter().filter(|number| **number >= least));
        removed.extend(old.iter().filter(|number| **number < least));
        drop(old);
    }
    removed
}

fn first_two<T: Default>(mut items: Vec<T>) -> (T, T) {
    let mut taken = items.drain(..2);
    let pair = (taken.next().unwrap_or_default(), taken.next().unwrap_or_default());
    drop(taken);
    drop(items);
    pair
}

fn main() {
    let mut table = Table::new();
    for (name, number) in [("a", 4), ("b", 9), ("a", 1)] {
        table.entry(name.to_string()).or_default().push_back(number);
    }
    println!("{:?}", prune(&mut table, 3));
    drop(table);
    println!("{:?}", first_two(vec!['x', 'y', 'z']));
}
