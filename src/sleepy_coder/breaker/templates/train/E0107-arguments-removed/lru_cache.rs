//~ family: E0107-arguments-removed
use std::collections::hash_map::{Entry, HashMap};
use std::hash::Hash;

pub struct Lru<K, V> {
    stored: HashMap<K, Stamped<V>>,
    clock: u64,
    room: usize,
}

struct Stamped<V> {
    value: V,
    used: u64,
}

impl<K, V> Lru<K, V>
where
    K: Hash + Eq + Clone,
    V: Clone,
{
    fn new(room: usize) -> Lru<K, V> {
        Lru {
            stored: HashMap::with_capacity(room),
            clock: 0,
            room,
        }
    }

    fn get_or<F>(&mut self, key: K, make: F) -> V
    where
        F: FnOnce(&K) -> V,
    {
        self.clock += 1;
        if self.stored.len() >= self.room && !self.stored.contains_key(&key) {
            let oldest: Option<K> = self
                .stored
                .iter()
                .min_by_key(|(_, kept)| kept.used)
                .map(|(key, _)| key.clone());
            oldest.and_then(|key| self.stored.remove(&key));
        }
        match self.stored.entry(key) {
            Entry::Occupied(mut kept) => {
                kept.get_mut().used = self.clock;
                kept.get().value.clone()
            }
            Entry::Vacant(hole) => {
                let value = make(hole.key());
                hole.insert(Stamped {
                    value: value.clone(),
                    used: self.clock,
                });
                value
            }
        }
    }
}

fn lengths(cache: &mut Lru<String, usize>, words: &[&str]) -> Vec<usize> {
    words
        .iter()
        .map(|word| cache.get_or(word.to_string(), |key| key.len()))
        .collect()
}

fn main() {
    let mut cache = Lru::new(2);
    println!(
        "{:?} {}",
        lengths(&mut cache, &["a", "bcd", "a", "ef"]),
        cache.stored.contains_key("bcd")
    );
}
