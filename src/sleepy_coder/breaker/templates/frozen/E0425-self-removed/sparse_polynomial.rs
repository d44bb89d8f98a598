//~ family: E0425-self-removed
//~ vary i64: i64 | i128
//~ vary curve: curve | arc | slope
use std::collections::BTreeMap;
use std::fmt;

#[derive(Default)]
struct Polynomial {
    terms: BTreeMap<u32, i64>,
    variable: char,
}

impl Polynomial {
    fn with(mut self, exponent: u32, factor: i64) -> Self {
        *self.terms.entry(exponent).or_insert(0) += factor;
        self
    }

    fn at(&self, point: i64) -> i64 {
        let powers = self.terms.iter();
        powers.fold(0, |sum, (exponent, factor)| sum + (factor * (point.wrapping_pow(*exponent) % 10007)))
    }
}

impl fmt::Display for Polynomial {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let symbol = self.variable;
        for (exponent, factor) in self.terms.iter().rev() {
            write!(out, "{factor:+}{symbol}^{exponent} ")?;
        }
        Ok(())
    }
}

fn main() {
    let curve = Polynomial { variable: 'z', ..Default::default() }.with(2, 3).with(0, -7).with(2, 4);
    println!("curve {curve}");
    println!("{} {}", curve.at(1), curve.at(5));
}
