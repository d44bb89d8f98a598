//~ family: edition-gen-keyword
//~ edition: 2024
#[derive(Clone, Copy, PartialEq, Debug)]
struct Handle {
    slot: usize,
    r#gen: u32,
}

#[derive(Default)]
struct Slots {
    values: Vec<(u32, Option<String>)>,
}

impl Slots {
    fn store(&mut self, value: &str) -> Handle {
        let r#gen = self.values.len() as u32 + 5;
        self.values.push((r#gen, Some(value.to_string())));
        Handle { slot: self.values.len() - 1, r#gen }
    }

    fn get(&self, handle: Handle) -> Option<&str> {
        match self.values.get(handle.slot) {
            Some((age, value)) if *age == handle.r#gen => value.as_deref(),
            _ => None,
        }
    }
}

fn main() {
    let mut slots = Slots::default();
    let one = slots.store("lid");
    let stale = Handle { slot: 0, r#gen: 99 };
    println!("{:?} {:?}", slots.get(one), slots.get(stale));
}
