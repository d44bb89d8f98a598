//~ family: E0600-negate
//~ vary BTreeMap: BTreeMap | HashMap
//~ vary u32: u32 | u64 | usize
use std::collections::BTreeMap;

#[derive(Default)]
struct Book {
    visits: BTreeMap<String, u32>,
}

impl Book {
    fn sign(&mut self, who: &str) -> Option<u32> {
        let times = self.visits.get(who).copied().unwrap_or(0);
        let now = times + 1;
        self.visits.insert(who.to_string(), now);
        if times == 0 {
            return None;
        }
        Some(now)
    }
}

fn main() {
    let mut book = Book::default();
    for who in ["ann", "bob", "ann"] {
        match book.sign(who) {
            Some(times) => println!("{} is back, visit {}", who, times),
            None => println!("welcome {}", who),
        }
    }
}
