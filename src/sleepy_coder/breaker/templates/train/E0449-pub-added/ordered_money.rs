//~ family: E0449-pub-added
use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub struct Money(i64);

impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Money(self.0 + other.0)
    }
}

impl AddAssign<i64> for Money {
    fn add_assign(&mut self, cents: i64) {
        self.0 += cents;
    }
}

impl<'m> Sum<&'m Money> for Money {
    fn sum<I: Iterator<Item = &'m Money>>(items: I) -> Money {
        items.fold(Money(0), |total, item| total + *item)
    }
}

fn main() {
    let mut wallet = [Money(250), Money(90)];
    wallet[1] += 15;
    println!("{:?} {:?}", wallet.iter().sum::<Money>(), wallet.iter().max());
}
