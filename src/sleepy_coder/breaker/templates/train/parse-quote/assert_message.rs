//~ family: parse-quote
use std::collections::HashMap;

struct Inventory<'i> {
    counts: HashMap<&'i str, u32>,
}

impl<'i> Inventory<'i> {
    fn add(&mut self, name: &'i str, count: u32) -> &mut Self {
        *self.counts.entry(name).or_insert(0) += count;
        self
    }

    fn count(&self, name: &str) -> u32 {
        self.counts.get(name).copied().unwrap_or(0)
    }
}

fn main() {
    let mut inventory = Inventory { counts: HashMap::new() };
    inventory.add("bolt", 4).add("nut", 9).add("bolt", 2);
    println!("{} bolts", inventory.count("bolt"));
    assert_eq!(inventory.count("nail"), 0, "nothing was added under this name");
}
