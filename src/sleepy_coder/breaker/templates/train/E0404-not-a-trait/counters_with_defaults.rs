//~ family: E0404-not-a-trait
//~ vary u32: u32 | u64 | usize
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

type Count = u32;

trait Tally<K> {
    fn count(&self, key: &K) -> Count;

    fn most<'a, I>(&self, keys: I) -> Count
    where
        I: IntoIterator<Item = &'a K>,
        K: 'a,
    {
        keys.into_iter().map(|key| self.count(key)).max().unwrap_or_default()
    }
}

#[derive(Debug)]
struct Sparse<K> {
    counts: HashMap<K, u32>,
}

impl<K: Hash + Eq> Tally<K> for Sparse<K> {
    fn count(&self, key: &K) -> Count {
        *self.counts.get(key).unwrap_or(&0)
    }
}

impl<K> Default for Sparse<K> {
    fn default() -> Self {
        Sparse { counts: HashMap::new() }
    }
}

fn describe<T>(value: &T) -> String
where
    T: Debug + ?Sized,
{
    format!("<{value:?}>")
}

fn main() {
    let mut sparse = Sparse::default();
    sparse.counts.insert('q', 4);
    println!("{} {}", sparse.most(&['a', 'q']), sparse.count(&'x'));
    println!("{} {}", describe(&sparse), describe("plain"));
}
