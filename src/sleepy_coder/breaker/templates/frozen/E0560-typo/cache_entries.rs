//~ family: E0560-typo
//~ vary u64: u64 | u32 | i64
//~ vary avatar: avatar | banner | thumbnail
use std::collections::HashMap;

struct Slot<V> {
    payload: V,
    expires: u64,
}

struct Cache<V> {
    slots: HashMap<String, Slot<V>>,
    lifetime: u64,
}

impl<V: Clone> Cache<V> {
    fn lasting(lifetime: u64) -> Self {
        Cache { slots: HashMap::new(), lifetime }
    }

    fn store(&mut self, key: &str, payload: V, clock: u64) -> Option<V> {
        let slot = Slot { payload, expires: clock + self.lifetime };
        self.slots.insert(key.to_string(), slot).map(|old| old.payload)
    }

    fn fetch(&self, key: &str, clock: u64) -> Option<V> {
        let slot = self.slots.get(key)?;
        (slot.expires > clock).then(|| slot.payload.clone())
    }
}

fn main() {
    let mut cache: Cache<Vec<u8>> = Cache::lasting(30);
    cache.store("avatar", vec![1, 1, 0], 5);
    let replaced = cache.store("avatar", vec![0, 1], 12);
    println!("replaced {replaced:?}");
    for clock in [20, 60] {
        println!("at {clock}: {:?}", cache.fetch("avatar", clock));
    }
}
