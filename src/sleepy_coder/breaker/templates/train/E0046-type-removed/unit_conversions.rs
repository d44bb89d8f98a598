//~ family: E0046-type-removed
use std::convert::TryFrom;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Shl, Sub};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Metres<const SCALE: u32>(i64);

#[derive(Debug)]
struct TooFar;

impl<const SCALE: u32> TryFrom<i64> for Metres<SCALE> {
    type Error = TooFar;

    fn try_from(raw: i64) -> Result<Self, TooFar> {
        raw.checked_mul(i64::from(SCALE)).map(Metres).ok_or(TooFar)
    }
}

impl<const SCALE: u32> Sub for Metres<SCALE> {
    type Output = i64;

    fn sub(self, other: Self) -> i64 {
        self.0.saturating_sub(other.0)
    }
}

impl<'a, const SCALE: u32> Add<&'a Metres<SCALE>> for Metres<SCALE> {
    type Output = Metres<SCALE>;
    fn add(self, other: &'a Metres<SCALE>) -> Metres<SCALE> {
        Metres(self.0 + other.0)
    }
}

impl<'a> Sum<&'a Metres<10>> for Metres<10> {
    fn sum<I: Iterator<Item = &'a Metres<10>>>(steps: I) -> Self {
        steps.fold(Metres::default(), |total, step| total + step)
    }
}

impl<T: Into<u8>> Shl<T> for Metres<10> {
    type Output = String;
    fn shl(self, width: T) -> String {
        format!("{:>1$}", self.0, width.into() as usize)
    }
}

fn main() -> Result<(), fmt::Error> {
    let steps: Vec<Metres<10>> = [4, 7].into_iter().filter_map(|raw| Metres::try_from(raw).ok()).collect();
    let total: Metres<10> = steps.iter().sum();
    println!("{} {} {}", total << 6u8, total - steps[0], Metres::<10>::try_from(i64::MAX).is_err());
    Ok(())
}
