//~ family: E0220-typo
use std::collections::HashMap;
use std::hash::Hash;

trait Row {
    type Key: Hash + Eq + Ord;
    fn key(&self) -> Self::Key;
}

struct Sale(&'static str, u32);

impl Row for Sale {
    type Key = &'static str;
    fn key(&self) -> Self::Key {
        self.0
    }
}

fn group<R>(rows: Vec<R>) -> HashMap<R::Key, Vec<R>>
where
    R: Row,
{
    let mut groups: HashMap<_, Vec<R>> = HashMap::new();
    for row in rows {
        groups.entry(row.key()).or_default().push(row);
    }
    groups
}

fn keys<R: Row>(groups: HashMap<R::Key, Vec<R>>) -> Vec<R::Key> {
    let mut keys: Vec<R::Key> = groups.into_keys().collect();
    keys.sort();
    keys
}

fn main() {
    let groups = group(vec![Sale("tea", 4), Sale("jam", 6), Sale("tea", 5)]);
    println!("{}", groups["tea"].iter().map(|sale| sale.1).sum::<u32>());
    println!("{:?}", keys(groups));
}
