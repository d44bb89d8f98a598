//~ family: parse-increment
use std::collections::HashMap;

struct Cache {
    known: HashMap<u64, u64>,
    hits: u32,
    misses: u32,
}

impl Cache {
    fn square(&mut self, number: u64) -> u64 {
        if let Some(found) = self.known.get(&number) {
            self.hits += 1;
            return *found;
        }
        self.misses += 1;
        self.known.insert(number, number * number);
        number * number
    }
}

fn main() {
    let mut cache = Cache { known: HashMap::new(), hits: 0, misses: 0 };
    let total: u64 = [4, 9, 4, 4, 12].iter().map(|number| cache.square(*number)).sum();
    println!("{total}: {} hits, {} misses", cache.hits, cache.misses);
}
