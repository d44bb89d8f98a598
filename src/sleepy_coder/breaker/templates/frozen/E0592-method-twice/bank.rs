//~ family: E0592-method-twice
use std::collections::BTreeMap;

#[derive(Debug)]
enum Refusal {
    Unknown,
    Short { by: u64 },
}

struct Bank {
    accounts: BTreeMap<&'static str, u64>,
}

impl Bank {
    fn richest(&self) -> Option<&str> {
        self.accounts.iter().max_by_key(|(_, balance)| **balance).map(|(who, _)| *who)
    }

    fn open(&mut self, who: &'static str) -> bool {
        self.accounts.insert(who, 5).is_none()
    }

    fn withdraw(&mut self, who: &str, amount: u64) -> Result<u64, Refusal> {
        let balance = self.accounts.get_mut(who).ok_or(Refusal::Unknown)?;
        if *balance < amount {
            return Err(Refusal::Short { by: amount - *balance });
        }
        *balance -= amount;
        Ok(*balance)
    }

    fn transfer(&mut self, from: &str, to: &'static str, amount: u64) -> Result<(), Refusal> {
        self.withdraw(from, amount)?;
        *self.accounts.entry(to).or_default() += amount;
        Ok(())
    }
}

fn main() {
    let mut bank = Bank { accounts: BTreeMap::from([("north", 80), ("south", 20)]) };
    println!("{} {}", bank.open("east"), bank.open("north"));
    println!("{:?}", bank.transfer("south", "north", 10));
    println!("{:?}", bank.transfer("north", "east", 50));
    println!("{:?} {:?}", bank.transfer("west", "east", 5), bank.richest());
}
