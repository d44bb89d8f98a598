//~ family: E0308-ok-removed
//~ vary i64: i64 | i32
use std::collections::HashMap;
use std::ops::ControlFlow;

type Result<T, E = LedgerError> = std::result::Result<T, E>;

#[derive(Debug, PartialEq)]
enum LedgerError {
    Unknown(String),
    Short { missing: i64 },
}

#[derive(Default)]
struct Ledger {
    accounts: HashMap<String, i64>,
}

impl Ledger {
    fn balance(&self, name: &str) -> Result<i64> {
        match self.accounts.get(name) {
            Some(balance) => Ok(*balance),
            None => Err(LedgerError::Unknown(name.to_owned())),
        }
    }

    fn transfer(&mut self, from: &str, to: &str, amount: i64) -> Result<(i64, i64)> {
        let (source, target) = (self.balance(from)?, self.balance(to)?);
        let left = source - amount;
        if left < 0 {
            return Err(LedgerError::Short { missing: -left });
        }
        for (name, value) in [(from, left), (to, target + amount)] {
            self.accounts.insert(name.to_string(), value);
        }
        Ok((left, target + amount))
    }

    fn richest(&self) -> Result<&str, &'static str> {
        let best = self.accounts.iter().max_by_key(|(_, balance)| **balance);
        if let Some((name, _)) = best {
            return Ok(name);
        }
        Err("no accounts")
    }
}

fn main() {
    let mut ledger = Ledger::default();
    println!("{:?}", ledger.richest());
    ledger.accounts.extend([("ann".to_string(), 50), ("bo".to_string(), 5)]);
    let outcome = [20, 90]
        .iter()
        .try_for_each(|amount| match ledger.transfer("ann", "bo", *amount) {
            Ok((left, _)) if left > 0 => ControlFlow::Continue(()),
            other => ControlFlow::Break(other),
        });
    println!("{outcome:?} {:?}", ledger.balance("cy"));
}
