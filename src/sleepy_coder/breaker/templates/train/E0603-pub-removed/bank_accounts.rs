//~ family: E0603-pub-removed
mod bank {
    use std::collections::BTreeMap;

    #[derive(Debug)]
    pub struct Account {
        pub owner: String,
        balance: i64,
    }

    #[derive(Debug, PartialEq)]
    pub struct Overdrawn(pub i64);

    pub type Outcome<T> = Result<T, Overdrawn>;

    pub const FEE: i64 = 2;

    impl Account {
        pub fn open(owner: &str) -> Account {
            Account { owner: owner.to_string(), balance: 0 }
        }

        pub fn change(&mut self, by: i64) -> Outcome<i64> {
            let after = self.balance + by;
            if after < 0 {
                return Err(Overdrawn(-after));
            }
            self.balance = after;
            Ok(after)
        }
    }

    pub(crate) mod ledger {
        pub static OPENING: i64 = 30;

        pub fn sums(entries: &[(&str, i64)]) -> super::BTreeMap<String, i64> {
            let mut sums = super::BTreeMap::new();
            for (name, by) in entries {
                *sums.entry(name.to_string()).or_insert(OPENING) += by;
            }
            sums
        }
    }
}

fn paid(account: &mut bank::Account, price: i64) -> bank::Outcome<String> {
    let left = account.change(-price - bank::FEE)?;
    Ok(format!("{} has {left}", account.owner))
}

fn main() {
    let mut account = bank::Account::open("Ida");
    println!("{:?}", account.change(bank::ledger::OPENING));
    println!("{:?} {:?}", paid(&mut account, 20), paid(&mut account, 9));
    println!("{:?}", bank::ledger::sums(&[("a", 4), ("b", -1), ("a", 5)]));
}
