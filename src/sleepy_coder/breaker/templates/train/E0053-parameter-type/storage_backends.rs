//~ family: E0053-parameter-type
use std::collections::HashMap;
use std::fmt::Debug;

type Bytes = Vec<u8>;

trait Storage {
    type Key: Debug;

    fn put(&mut self, key: Self::Key, bytes: &[u8]) -> usize;
    fn get(&self, key: &Self::Key) -> Option<&Bytes>;
    fn evict(&mut self, most: usize, keep: &dyn Fn(&Self::Key) -> bool);
}

#[derive(Default)]
struct Memory {
    blobs: HashMap<String, Bytes>,
}

struct Slab<const N: usize> {
    slots: [Bytes; N],
}

impl Storage for Memory {
    type Key = String;

    fn put(&mut self, key: String, bytes: &[u8]) -> usize {
        self.blobs.insert(key, bytes.to_vec());
        self.blobs.len()
    }

    fn get(&self, key: &String) -> Option<&Bytes> {
        self.blobs.get(key)
    }

    fn evict(&mut self, most: usize, keep: &dyn Fn(&String) -> bool) {
        if self.blobs.len() > most {
            self.blobs.retain(|key, _| keep(key));
        }
    }
}

impl<const N: usize> Storage for Slab<N> {
    type Key = usize;

    fn put(&mut self, key: usize, bytes: &[u8]) -> usize {
        self.slots[key % N] = bytes.to_owned();
        N
    }

    fn get(&self, key: &usize) -> Option<&Bytes> {
        self.slots.get(*key)
    }

    fn evict(&mut self, most: usize, keep: &dyn Fn(&usize) -> bool) {
        for (at, slot) in self.slots.iter_mut().enumerate().skip(most) {
            if !keep(&at) {
                slot.clear();
            }
        }
    }
}

fn main() {
    let mut memory = Memory::default();
    memory.put("a".to_string(), b"xyz");
    memory.evict(0, &|key| key.is_empty());
    let mut slab = Slab::<2> {
        slots: Default::default(),
    };
    slab.put(3, &[7, 8]);
    slab.evict(1, &|_| true);
    println!("{:?} {:?}", memory.get(&"a".to_string()), slab.get(&1));
}
