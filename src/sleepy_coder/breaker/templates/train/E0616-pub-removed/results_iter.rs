//~ family: E0616-pub-removed
pub mod bank {
    use std::fmt;

    #[derive(Debug, PartialEq)]
    pub struct Shortfall {
        pub missing: u64,
        pub hint: Option<&'static str>,
    }

    impl fmt::Display for Shortfall {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "short of {}", self.missing)
        }
    }

    #[derive(Default)]
    pub struct Account {
        pub(crate) cents: u64,
        pub history: Vec<Entry>,
        locked: bool,
    }

    #[derive(Debug, Clone)]
    pub struct Entry(pub i64, pub String);

    impl Account {
        pub fn pay(&mut self, amount: u64, why: impl ToString) -> Result<&Entry, Shortfall> {
            let left = self.cents.checked_sub(amount).filter(|_| !self.locked);
            let Some(left) = left else {
                return Err(Shortfall {
                    missing: amount - self.cents,
                    hint: self.locked.then_some("locked"),
                });
            };
            self.cents = left;
            self.history.push(Entry(-(amount as i64), why.to_string()));
            Ok(&self.history[self.history.len() - 1])
        }
    }
}

fn main() {
    let mut account = bank::Account::default();
    account.cents += 90;
    let paid = account.pay(40, "rent").map(|entry| entry.0);
    println!("{paid:?}");
    if let Err(short) = account.pay(70, 'x') {
        println!("{short} {}", short.hint.unwrap_or("save more"));
    }
    let reasons = account.history.iter().map(|entry| &*entry.1).collect::<Vec<&str>>();
    println!("{reasons:?}");
    let need = account.pay(51, "bike").err().map_or(0, |short| short.missing);
    println!("{need}");
}
