//~ family: parse-keyword
//~ vary i64: i64 | i32 | i128
use std::ops;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio(i64, i64);

pub(self) fn gcd(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        let rest = a % b;
        (a, b) = (b, rest);
    }
    a.abs()
}

impl ops::Add for Ratio {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let Self(top, bottom) = self;
        let sum = top * other.1 + other.0 * bottom;
        let below = bottom * other.1;
        let shared = match gcd(sum, below) {
            0 => 1,
            shared => shared,
        };
        Ratio(sum / shared, below / shared)
    }
}

fn parse<'t>(text: &'t str) -> Result<Ratio, &'t str>
where
    i64: std::str::FromStr,
{
    let mut parts = text.splitn(2, '/');
    let top = parts.next().and_then(|part| part.parse().ok()).ok_or(text)?;
    let bottom = match parts.next() {
        Some(part) => part.parse().map_err(|_| part)?,
        None => 1,
    };
    Ok(Ratio(top, bottom))
}

fn main() {
    let sum = ["1/2", "1/6"].iter().try_fold(Ratio(0, 1), |sum, text| {
        let next = parse(text)?;
        Ok::<Ratio, &str>(sum + next)
    });
    println!("{sum:?} {:?}", parse("1/x"));
}
