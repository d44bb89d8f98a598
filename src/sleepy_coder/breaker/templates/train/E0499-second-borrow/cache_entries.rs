//~ family: E0499-second-borrow
use std::collections::{BTreeMap, VecDeque};

struct Cache<V> {
    slots: BTreeMap<u16, V>,
    order: VecDeque<u16>,
}

impl<V: Default + Clone + PartialEq> Cache<V> {
    fn slot(&mut self, key: u16) -> &mut V {
        if !self.order.contains(&key) {
            self.order.push_back(key);
        }
        self.slots.entry(key).or_default()
    }

    fn put(&mut self, key: u16, value: V) -> bool {
        let before = self.slot(key).clone();
        *self.slot(key) = value;
        before == V::default()
    }
}

fn join(cache: &mut Cache<String>) -> usize {
    let one = cache.slot(4);
    one.push_str("four");
    let other = cache.slot(9);
    other.insert(0, 'n');
    cache.order.len()
}

fn rotate(queue: &mut VecDeque<u16>) -> Option<String> {
    let head = *queue.front_mut()?;
    queue.rotate_left(1);
    Some(format!("{head} waits"))
}

fn main() {
    let mut cache = Cache { slots: BTreeMap::new(), order: VecDeque::new() };
    println!("{}", join(&mut cache));
    let old = cache.put(9, String::from("new"));
    println!("{old} {:?} {:?}", cache.slots, rotate(&mut cache.order));
}
