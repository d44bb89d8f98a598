//~ family: parse-comparison
use std::rc::Rc;

struct Entry<K, V> {
    key: K,
    value: Rc<V>,
}

trait Store<K> {
    fn has(&self, key: &K) -> bool;
    fn lacks(&self, key: &K) -> bool {
        self.has(key) == false
    }
}

struct Pairs<K, V>(Vec<Entry<K, V>>);

impl<K: PartialEq, V: PartialEq> Store<K> for Pairs<K, V> {
    fn has(&self, key: &K) -> bool {
        self.0.iter().any(|entry| &entry.key == key)
    }
}

impl<K, V> Pairs<K, V>
where
    K: PartialEq,
    V: PartialEq,
{
    fn put(&mut self, key: K, value: V) -> Result<usize, V> {
        let old = self.0.iter_mut().find(|entry| entry.key == key);
        match old {
            Some(entry) if *entry.value != value && Rc::strong_count(&entry.value) == 1 => {
                entry.value = Rc::new(value);
                Ok(0)
            }
            Some(_) => Err(value),
            None => {
                self.0.push(Entry { key, value: Rc::new(value) });
                Ok(self.0.len())
            }
        }
    }
}

fn main() {
    let mut pairs = Pairs(Vec::new());
    let held = [pairs.put("x", 4), pairs.put("y", 9), pairs.put("x", 30)];
    println!("{held:?} {}", pairs.put("y", 9) == Err(9));
    println!("{} {}", pairs.lacks(&"z"), pairs.has(&"x"));
}
