//~ family: E0063-field
//~ vary i32: i32 | i64 | u32
use std::collections::BTreeMap;

#[derive(Default)]
struct Ledger {
    entries: Vec<Entry>,
}

struct Entry {
    part: String,
    change: i32,
    day: i32,
}

impl Ledger {
    fn book(&mut self, part: &str, change: i32) {
        let day = self.entries.len() as i32 + 1;
        let part = part.to_string();
        self.entries.push(Entry { part, change, day });
    }
}

fn main() {
    let mut ledger = Ledger::default();
    ledger.book("bolt", 60);
    ledger.book("nut", 25);
    ledger.book("bolt", 15);
    let mut sums: BTreeMap<&str, i32> = BTreeMap::new();
    for booking in &ledger.entries {
        *sums.entry(&booking.part).or_insert(0) += booking.change * booking.day;
    }
    println!("{:?}", sums);
}
