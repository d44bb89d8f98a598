//~ family: E0432-import-typo
use std::env::consts::ARCH;
use std::f64::consts::PI;
use std::mem::size_of_val;
fn main() {
    println!("{} {}", size_of_val(&PI), ARCH.is_empty());
}
