//~ family: E0369-bound-removed
use std::collections::BTreeMap;
use std::ops::{Add, Neg, Rem, Sub};

struct Accounts<M> {
    by_name: BTreeMap<&'static str, M>,
}

impl<M: Copy + Add<Output = M> + Neg<Output = M>> Accounts<M> {
    fn transfer(&mut self, from: &'static str, to: &'static str, amount: M) {
        self.change(to, amount);
        self.change(from, -amount);
    }

    fn change(&mut self, name: &'static str, by: M) {
        self.by_name.entry(name).and_modify(|held| *held = *held + by).or_insert(by);
    }
}

fn spread<M: Copy + Sub<Output = M>>(low: M, high: M) -> M {
    high - low
}

fn crumbs<M: Rem<Output = M>>(amount: M, coin: M) -> M {
    amount % coin
}

fn main() {
    let mut accounts = Accounts { by_name: BTreeMap::from([("vera", 90), ("noel", 12)]) };
    accounts.transfer("vera", "noel", 25);
    let held: Vec<i32> = accounts.by_name.values().copied().collect();
    println!("{held:?} {} {}", spread(held[0], held[1]), crumbs(held[1], 20));
}
