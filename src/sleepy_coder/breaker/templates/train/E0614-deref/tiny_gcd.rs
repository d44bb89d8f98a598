//~ family: E0614-deref
fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 {
        a
    } else {
        gcd(b, a % b)
    }
}
fn main() {
    let n = gcd(48, 36);
    let f = |x: u32| x + n;
    println!("{} {}", n, f(2));
}
