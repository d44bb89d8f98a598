//~ family: E0107-arguments-removed
use std::collections::HashMap;

struct Inventory {
    counts: HashMap<String, u32>,
    log: Vec<String>,
}

impl Inventory {
    fn receive(&mut self, name: &str, count: u32) {
        *self.counts.entry(name.to_string()).or_insert(0) += count;
        self.log.push(format!("+{count} {name}"));
    }

    fn take(&mut self, name: &str) -> Option<u32> {
        let count = self.counts.get_mut(name)?;
        *count = count.checked_sub(1)?;
        Some(*count)
    }

    fn largest(&self) -> Option<(&String, &u32)> {
        self.counts.iter().max_by_key(|(_, count)| **count)
    }
}

fn main() {
    let mut stock = Inventory { counts: HashMap::new(), log: Vec::new() };
    stock.receive("bolt", 4);
    stock.receive("nut", 9);
    println!("{:?} {:?}", stock.take("bolt"), stock.take("gear"));
    println!("{:?} {}", stock.largest(), stock.log.join(", "));
}
