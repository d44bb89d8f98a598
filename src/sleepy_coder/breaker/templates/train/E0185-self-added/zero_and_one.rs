//~ family: E0185-self-added
use std::ops::{Add, Mul};

trait Ring: Copy + Add<Output = Self> + Mul<Output = Self> {
    fn zero() -> Self;
    fn from_small(value: u8) -> Self;
    fn pair_sum(left: Self, right: Self) -> Self {
        left + right
    }
}

impl Ring for i64 {
    fn zero() -> Self {
        0
    }
    fn from_small(value: u8) -> Self {
        i64::from(value)
    }
}

impl Ring for f32 {
    fn zero() -> f32 {
        0.0
    }
    fn from_small(value: u8) -> f32 {
        value as f32
    }
    fn pair_sum(left: f32, right: f32) -> f32 {
        (left + right) / 1.5
    }
}

fn polynomial<R: Ring>(coefficients: &[R], at: R) -> R {
    coefficients.iter().rev().fold(R::zero(), |sum, one| R::pair_sum(sum * at, *one))
}

fn main() {
    println!("{}", polynomial(&[4_i64, 2, 1], Ring::from_small(3)));
    println!("{:.2}", polynomial(&[0.5_f32, 2.0], Ring::from_small(6)));
}
