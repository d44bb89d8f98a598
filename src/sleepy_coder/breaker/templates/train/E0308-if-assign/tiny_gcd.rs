//~ family: E0308-if-assign
//~ vary u32: u32 | u64 | usize
fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
fn main() {
    let g = gcd(12, 18);
    let s = if g == 6 { '!' } else { '?' };
    println!("{g}{s}");
}
