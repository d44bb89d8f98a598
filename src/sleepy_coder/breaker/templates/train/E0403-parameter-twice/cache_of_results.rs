//~ family: E0403-parameter-twice
use std::collections::HashMap;
use std::hash::Hash;

struct Cache<K, V> {
    known: HashMap<K, V>,
    misses: u32,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    fn empty() -> Cache<K, V> {
        Cache { known: HashMap::new(), misses: 0 }
    }

    fn get_or(&mut self, key: K, make: impl Fn(&K) -> V) -> V {
        if let Some(value) = self.known.get(&key) {
            return value.clone();
        }
        self.misses += 1;
        let value = make(&key);
        self.known.insert(key, value.clone());
        value
    }
}

fn main() {
    let mut cache = Cache::empty();
    let lengths: Vec<usize> =
        ["oak", "birch", "oak"].iter().map(|word| cache.get_or(*word, |word| word.len())).collect();
    println!("{lengths:?} with {} misses", cache.misses);
}
