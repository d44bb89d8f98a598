//~ family: edition-gen-keyword
//~ edition: 2024
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    index: usize,
    r#gen: u32,
}

struct Slot<T> {
    value: Option<T>,
    r#gen: u32,
}

struct SlotMap<T> {
    slots: Vec<Slot<T>>,
}

impl<T> SlotMap<T> {
    fn insert(&mut self, value: T) -> Key {
        if let Some(index) = self.slots.iter().position(|slot| slot.value.is_none()) {
            let Slot { value: hole, r#gen } = &mut self.slots[index];
            *hole = Some(value);
            return Key { index, r#gen: *r#gen };
        }
        self.slots.push(Slot { value: Some(value), r#gen: 0 });
        Key { index: self.slots.len() - 1, r#gen: 0 }
    }

    fn remove(&mut self, key: Key) -> Option<T> {
        let slot = self.slots.get_mut(key.index)?;
        if slot.r#gen != key.r#gen {
            return None;
        }
        slot.r#gen += 1;
        slot.value.take()
    }
}

fn main() {
    let mut map = SlotMap { slots: Vec::new() };
    let first = map.insert("ash");
    println!("{:?} {:?}", map.remove(first), map.remove(first));
    println!("{:?}", map.insert("elm"));
}
