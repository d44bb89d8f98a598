//~ family: E0405-trait-name
use std::fmt::{Display, Formatter, Result};
use std::ops::AddAssign;

struct Wallet {
    cents: u64,
}

impl AddAssign<u64> for Wallet {
    fn add_assign(&mut self, other: u64) {
        self.cents += other;
    }
}

impl Display for Wallet {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

fn main() {
    let mut wallet = Wallet { cents: 1250 };
    for coin in [50, 20, 5] {
        wallet += coin;
    }
    println!("holds {wallet}");
}
