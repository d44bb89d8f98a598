//~ family: E0369-bound-removed
use std::ops::{Mul, Rem};
fn odd<N: Rem<u8, Output = u8>>(n: N) -> bool {
    n % 2 > 0
}
fn square<N>(n: N) -> N::Output
where
    N: Mul + Copy,
{
    n * n
}
fn third<N: Copy>(n: &[N]) -> N
where
    N: Rem<Output = N>,
{
    n[0] % n[2]
}
fn main() {
    println!("{} {} {}", third(&[7, 1, 3]), odd(9u8), square(2.5));
}
