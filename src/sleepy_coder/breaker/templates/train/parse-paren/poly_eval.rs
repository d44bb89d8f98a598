//~ family: parse-paren
use std::fmt;
use std::ops::{Add, Index};

#[derive(Clone, Debug, PartialEq)]
struct Poly {
    terms: Vec<i64>,
}

impl Poly {
    fn at(&self, x: i64) -> i64 {
        self.terms.iter().rev().fold(0, |sum, term| sum * x + term)
    }
}

impl Index<usize> for Poly {
    type Output = i64;

    fn index(&self, power: usize) -> &i64 {
        self.terms.get(power).unwrap_or(&0)
    }
}

impl Add for &Poly {
    type Output = Poly;

    fn add(self, other: &Poly) -> Poly {
        let longest = self.terms.len().max(other.terms.len());
        Poly { terms: (0..longest).map(|power| self[power] + other[power]).collect() }
    }
}

impl fmt::Display for Poly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (power, term) in self.terms.iter().enumerate().filter(|(_, term)| **term != 0) {
            write!(f, "{term:+}x^{power} ")?;
        }
        Ok(())
    }
}

fn main() {
    let sum = &Poly { terms: vec![1, 0, 3] } + &Poly { terms: vec![4] };
    println!("{sum}= {}", sum.at(2));
}
