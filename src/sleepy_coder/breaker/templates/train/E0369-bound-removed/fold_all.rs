//~ family: E0369-bound-removed
use std::iter::Sum;
use std::ops::{BitAnd, Mul, Shl};

fn product<T: Copy + Mul<Output = T>>(first: T, others: &[T]) -> T {
    others.iter().fold(first, |so_far, other| so_far * *other)
}

fn masked<T: BitAnd<Output = T> + Copy>(values: &[T], mask: T) -> Vec<T> {
    values.iter().map(|value| *value & mask).collect()
}

fn doubled<T: Shl<u32, Output = T>>(value: T) -> T {
    value << 1
}

fn total<T: Sum<T> + Copy>(values: &[T]) -> T {
    values.iter().copied().sum()
}

fn main() {
    println!("{} {:?}", product(2, &[3, 7]), masked(&[12u8, 9, 5], 12));
    println!("{} {}", doubled(21), total(&[4, 5]));
}
