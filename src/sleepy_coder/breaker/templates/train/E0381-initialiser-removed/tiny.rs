//~ family: E0381-initialiser-removed
//~ vary i32: i32 | u64 | i64
fn main() {
    let n: i32 = 5;
    let mut s: i32 = 0;
    let mut k = n;
    while k > 0 {
        s += k;
        k -= 1;
    }
    println!("{s}");
}
