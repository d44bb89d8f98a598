//~ family: E0425-type-typo
//~ vary i64: i64 | i32
mod money {
    #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
    pub struct Cents(pub i64);

    impl std::ops::Add for Cents {
        type Output = Cents;

        fn add(self, other: Cents) -> Self::Output {
            Cents(self.0 + other.0)
        }
    }
}

use money::Cents;

struct Account<'a> {
    owner: &'a str,
    entries: Vec<Entry>,
}

enum Entry {
    Deposit(Cents),
    Transfer { fee: Cents, amount: Cents },
}

trait Worth {
    fn worth(&self) -> Cents;
}

impl Worth for Entry {
    fn worth(&self) -> Cents {
        match self {
            Entry::Deposit(amount) => *amount,
            Entry::Transfer { fee, amount } => *fee + *amount,
        }
    }
}

impl<'a> Worth for Account<'a> {
    fn worth(&self) -> Cents {
        self.entries.iter().map(Entry::worth).fold(Cents(0), |sum, each| sum + each)
    }
}

fn richest<'a, 'b>(accounts: &'b [Account<'a>]) -> Option<(&'b Account<'a>, Cents)> {
    let best = |left: &&Account, right: &&Account| left.worth().0.cmp(&right.worth().0);
    accounts.iter().max_by(best).map(|account| (account, account.worth()))
}

fn main() {
    let ann = Account { owner: "ann", entries: vec![Entry::Deposit(Cents(250))] };
    let bob = Account { owner: "bob", entries: vec![Entry::Transfer { fee: Cents(5), amount: Cents(300) }] };
    if let Some((account, Cents(total))) = richest(&[ann, bob]) {
        println!("{} {total}", account.owner);
    }
}
