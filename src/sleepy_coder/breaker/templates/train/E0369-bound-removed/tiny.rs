//~ family: E0369-bound-removed
use std::ops::Sub;
fn gap<T: Sub<Output = T>>(a: T, b: T) -> T {
    a - b
}
fn main() {
    println!("{} {}", gap(9, 4), gap(1.5, 0.25));
}
