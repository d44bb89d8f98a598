//~ family: E0308-deref-removed
//~ vary u64: u64 | u32 | i32
use std::collections::hash_map::{Entry, HashMap};

#[derive(Debug, PartialEq)]
enum Verdict {
    Allowed { left: u64 },
    Blocked,
}

struct Limiter<'a> {
    used: HashMap<&'a str, u64>,
    limit: &'a u64,
}

impl<'a> Limiter<'a> {
    fn request(&mut self, user: &'a str) -> Verdict {
        let limit: u64 = *self.limit;
        match self.used.entry(user) {
            Entry::Occupied(mut slot) => {
                *slot.get_mut() += 1;
                if *slot.get() > limit {
                    Verdict::Blocked
                } else {
                    Verdict::Allowed { left: limit - *slot.get() }
                }
            }
            Entry::Vacant(slot) => {
                slot.insert(1);
                Verdict::Allowed { left: limit - 1 }
            }
        }
    }

    fn busiest(&self) -> Option<(&'a str, u64)> {
        self.used.iter().map(|(user, count)| (*user, *count)).max_by_key(|(_, count)| *count)
    }

    fn forgive(&mut self, user: &str, amount: u64) {
        if let Some(count) = self.used.get_mut(user) {
            *count = count.saturating_sub(amount);
        }
    }
}

fn main() {
    let mut limiter = Limiter { used: HashMap::new(), limit: &2 };
    let verdicts: Vec<Verdict> = ["ida", "ole", "ida", "ida"].iter().map(|user| limiter.request(*user)).collect();
    println!("{verdicts:?} {:?}", limiter.busiest());
    limiter.forgive("ida", 1);
    println!("{:?}", limiter.used.get("ida"));
}
