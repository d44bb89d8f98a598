//~ family: E0061-extra-argument
use std::collections::HashMap;
use std::hash::Hash;

struct Cache<K, V, F>
where
    F: Fn(&K) -> V,
{
    made: HashMap<K, V>,
    maker: F,
    misses: usize,
}

impl<K: Eq + Hash + Clone, V: Copy, F: Fn(&K) -> V> Cache<K, V, F> {
    fn with(maker: F) -> Self {
        Self { made: HashMap::with_capacity(8), maker, misses: 0 }
    }

    fn get(&mut self, key: &K) -> V {
        if let Some(value) = self.made.get(key) {
            return *value;
        }
        self.misses += 1;
        let value = (self.maker)(key);
        self.made.insert(key.clone(), value);
        value
    }
}

mod digits {
    pub fn sum(mut number: u64) -> u64 {
        let mut total = 0;
        while number > 0 {
            total += number % 10;
            number /= 10;
        }
        total
    }
}

fn main() {
    let mut cache = Cache::with(|number: &u64| digits::sum(*number));
    let sums: Vec<u64> = [905, 31, 905].iter().map(|number| cache.get(number)).collect();
    println!("{:?}, {} misses", sums, cache.misses);
    println!("{}", std::cmp::max(sums[0], digits::sum(77)));
}
