//~ family: E0133-unsafe
//~ vary i64: i64 | u32 | u16
use std::collections::HashMap;

struct Slots {
    index: HashMap<String, usize>,
    data: Vec<i64>,
}

impl Slots {
    fn store(&mut self, label: &str, value: i64) {
        self.index.insert(label.to_string(), self.data.len());
        self.data.push(value);
    }

    unsafe fn raw(&self, slot: usize) -> i64 {
        self.data[slot]
    }

    fn lookup(&self, label: &str) -> Result<i64, String> {
        let slot = *self.index.get(label).ok_or(format!("no {}", label))?;
        Ok(unsafe { self.raw(slot) })
    }
}

fn main() {
    let mut slots = Slots { index: HashMap::new(), data: vec![] };
    slots.store("gain", 28);
    slots.store("bias", 5);
    println!("{:?} {:?}", slots.lookup("bias"), slots.lookup("tilt"));
    println!("{}", unsafe { slots.raw(0) } + 1);
}
