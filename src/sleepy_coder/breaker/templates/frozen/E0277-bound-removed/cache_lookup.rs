//~ family: E0277-bound-removed
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

struct Memo<K, V> {
    seen: HashMap<K, V>,
}

impl<K: Hash + Eq, V: Debug + Default> Memo<K, V> {
    fn describe(&self, key: &K) -> String {
        lookup(&self.seen, key).map_or_else(|| format!("no {:?}", V::default()), |value| format!("{value:?}"))
    }
}

fn lookup<'a, K: Hash + Eq, V>(seen: &'a HashMap<K, V>, key: &K) -> Option<&'a V> {
    seen.get(key)
}

fn merge<K: Hash + Eq, V>(left: Memo<K, V>, right: Memo<K, V>) -> HashMap<K, V> {
    left.seen.into_iter().chain(right.seen).collect()
}

fn main() {
    let left = Memo { seen: HashMap::from([("ore", 3), ("tin", 5)]) };
    let right = Memo { seen: HashMap::from([("zinc", 8)]) };
    let both = Memo { seen: merge(left, right) };
    println!("{} {} {}", both.describe(&"zinc"), both.describe(&"gold"), both.seen.len());
}
