//~ family: E0592-method-twice
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard};

#[derive(Clone)]
struct Counter<K> {
    inner: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K> Counter<K>
where
    K: Hash + Eq,
{
    fn new() -> Self {
        Counter { inner: Arc::new(Mutex::new(HashMap::new())) }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, usize>> {
        self.inner.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn bump(&self, key: K) {
        *self.lock().entry(key).or_insert(0) += 1;
    }

    fn most(&self) -> Option<(K, usize)>
    where
        K: Clone + Ord,
    {
        self.lock().iter().map(|(key, count)| (key.clone(), *count)).max_by_key(|(_, count)| *count)
    }
}

impl Counter<String> {
    #[inline]
    fn bump_all<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> &Self {
        words.into_iter().for_each(|word| self.bump(word.to_string()));
        self
    }

    fn handles(&self) -> usize {
        Arc::strong_count(&self.inner)
    }

    fn absorb(self, other: Counter<String>) -> usize {
        let taken: Vec<_> = other.lock().drain().collect();
        let mut mine = self.lock();
        mine.extend(taken);
        mine.len()
    }
}

fn main() {
    let counter = Counter::new();
    let other = counter.clone();
    println!("{:?}", counter.bump_all("a b a".split(' ')).most());
    println!("{}", other.handles());
    println!("{}", counter.absorb(Counter::new()));
}
