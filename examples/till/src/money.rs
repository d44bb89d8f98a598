//! Amounts of money, in whole cents.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money {
    cents: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    Empty,
    NotANumber(String),
    TooManyDecimals(String),
}

impl Money {
    pub const ZERO: Money = Money { cents: 0 };

    pub fn from_cents(cents: i64) -> Money {
        Money { cents }
    }

    pub fn cents(&self) -> i64 {
        self.cents
    }

    /// Reads `12`, `12.5` or `12.50`.
    pub fn parse(text: &str) -> Result<Money, MoneyError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(MoneyError::Empty);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        if decimals.len() > 2 {
            return Err(MoneyError::TooManyDecimals(text.to_string()));
        }
        let wrong = || MoneyError::NotANumber(text.to_string());
        let euros: u32 = whole.parse().map_err(|_| wrong())?;
        let small: u32 = decimals.parse().map_err(|_| wrong())?;
        let cents = if decimals.len() == 1 { small * 10 } else { small };
        Ok(Money::from_cents(i64::from(euros) * 100 + i64::from(cents)))
    }

    pub fn times(self, quantity: u32) -> Money {
        Money::from_cents(self.cents * i64::from(quantity))
    }

    /// A percentage of the amount, half a cent rounded up.
    pub fn percent(self, rate: u8) -> Money {
        Money::from_cents((self.cents * i64::from(rate) + 50) / 100)
    }

    /// Equal shares that sum to the amount; the first ones pay the odd cents.
    pub fn shares(self, people: u32) -> Vec<Money> {
        let mut shares = Vec::new();
        for person in 0..people {
            let odd = if i64::from(person) < self.cents % i64::from(people) { 1 } else { 0 };
            let cents = self.cents / i64::from(people) + odd;
            shares.push(Money { cents });
        }
        shares
    }
}

impl Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        Money::from_cents(self.cents + other.cents)
    }
}

impl Sub for Money {
    type Output = Money;

    fn sub(self, other: Money) -> Money {
        Money::from_cents(self.cents - other.cents)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, |total, amount| total + amount)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        let size = self.cents.abs();
        out.pad(&format!("{}{}.{:02}", sign, size / 100, size % 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_whole_and_decimal_amounts() {
        assert_eq!(Money::parse("12"), Ok(Money::from_cents(1200)));
        assert_eq!(Money::parse(" 12.5 "), Ok(Money::from_cents(1250)));
        assert_eq!(Money::parse("0.07"), Ok(Money::from_cents(7)));
    }

    #[test]
    fn refuses_what_is_no_amount() {
        assert_eq!(Money::parse("  "), Err(MoneyError::Empty));
        assert_eq!(Money::parse("1.234"), Err(MoneyError::TooManyDecimals("1.234".to_string())));
        assert_eq!(Money::parse("ten"), Err(MoneyError::NotANumber("ten".to_string())));
        assert_eq!(Money::parse("1."), Err(MoneyError::NotANumber("1.".to_string())));
    }

    #[test]
    fn prints_two_decimals_and_the_sign() {
        assert_eq!(Money::from_cents(1205).to_string(), "12.05");
        assert_eq!(Money::from_cents(-50).to_string(), "-0.50");
        assert_eq!(format!("{:>8}", Money::from_cents(999)), "    9.99");
    }

    #[test]
    fn percentages_round_half_up() {
        assert_eq!(Money::from_cents(1000).percent(15).cents(), 150);
        assert_eq!(Money::from_cents(250).percent(5).cents(), 13);
        assert_eq!(Money::from_cents(249).percent(5).cents(), 12);
    }

    #[test]
    fn shares_sum_to_the_amount() {
        let amount = Money::from_cents(1001);
        let shares = amount.shares(3);
        let cents: Vec<i64> = shares.iter().map(|share| share.cents()).collect();
        assert_eq!(cents, vec![334, 334, 333]);
        assert_eq!(shares.into_iter().sum::<Money>(), amount);
    }

    #[test]
    fn adds_subtracts_and_multiplies() {
        let price = Money::from_cents(120);
        assert_eq!((price.times(3) - price + Money::from_cents(5)).cents(), 245);
        assert!(price < price.times(2));
    }
}
