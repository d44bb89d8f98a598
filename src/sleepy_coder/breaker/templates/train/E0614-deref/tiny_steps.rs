//~ family: E0614-deref
struct Q(u8, [i16; 2]);
fn s(q: Q, k: i16) -> i16 {
    let Q(n, [a, b]) = q;
    let t = a - k;
    (0..n).fold(t, |m, _| m + b)
}
fn main() {
    let k = 3;
    println!("{}", s(Q(2, [4, 5]), k));
}
