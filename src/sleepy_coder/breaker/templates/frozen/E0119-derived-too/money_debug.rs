//~ family: E0119-derived-too
use std::fmt::{self, Debug, Formatter};

#[derive(Clone, Copy, PartialEq)]
pub enum Currency {
    Crown,
    Florin,
}

#[derive(Clone, Copy)]
pub struct Money {
    pub units: i64,
    pub currency: Currency,
}

impl Debug for Money {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mark = match self.currency {
            Currency::Crown => "cr",
            Currency::Florin => "fl",
        };
        write!(f, "{}{mark}", self.units)
    }
}

impl PartialEq for Money {
    fn eq(&self, other: &Money) -> bool {
        self.currency == other.currency && self.units.abs_diff(other.units) < 2
    }
}

fn main() {
    let (paid, asked) = (
        Money { units: 120, currency: Currency::Crown },
        Money { units: 121, currency: Currency::Crown },
    );
    println!("{paid:?} {asked:?} {}", paid == asked);
    println!("{}", paid == Money { currency: Currency::Florin, ..paid });
}
