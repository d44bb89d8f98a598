//~ family: E0252-import-twice
use std::cmp::max;
use std::mem::swap;
fn main() {
    let (mut a, mut b) = (3, 8);
    swap(&mut a, &mut b);
    println!("{} {}", a, max(b, 5));
}
