//~ family: E0268-break
use std::collections::HashMap;

struct Cache<F: Fn(u64) -> u64> {
    known: HashMap<u64, u64>,
    compute: F,
    hits: usize,
}

impl<F> Cache<F>
where
    F: Fn(u64) -> u64,
{
    fn get(&mut self, key: u64) -> u64 {
        if let Some(value) = self.known.get(&key) {
            self.hits += 1;
            return *value;
        }
        let value = (self.compute)(key);
        self.known.insert(key, value);
        value
    }

    fn ratio(&self) -> Option<f64> {
        match self.known.len() {
            0 => return None,
            1 if self.hits == 0 => return Some(0.0),
            _ => (),
        }
        Some(self.hits as f64 / (self.hits + self.known.len()) as f64)
    }
}

fn main() {
    let mut cache = Cache { known: HashMap::new(), compute: |n| n * n + 1, hits: 0 };
    println!("{:?}", cache.ratio());
    let all: Vec<u64> = [3, 8, 3, 3].into_iter().map(|n| cache.get(n)).collect();
    println!("{all:?} {:?}", cache.ratio());
}
