//~ family: E0107-argument-added
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
struct Missing(String);

#[derive(Default)]
struct Cache<V> {
    slots: HashMap<String, V>,
    misses: usize,
}

type Lookup<'a, V> = Result<&'a V, Missing>;

impl<V> Cache<V> {
    fn find(&mut self, key: &str) -> Lookup<'_, V> {
        if !self.slots.contains_key(key) {
            self.misses += 1;
        }
        self.slots.get(key).ok_or_else(|| Missing(key.to_string()))
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "no {}", self.0)
    }
}

fn warm(cache: &mut Cache<u64>, words: &[&str]) -> Vec<Missing> {
    words.iter().filter_map(|word| cache.find(word).err()).collect()
}

fn main() {
    let mut cache: Cache<u64> = Cache::default();
    cache.slots.insert(String::from("one"), 1);
    let failures = warm(&mut cache, &["one", "two", "six"]);
    println!("{:?} {}", cache.find("one"), failures[0]);
    println!("{}", cache.misses);
}
