//~ family: E0277-range
fn f(s: &str, n: usize) -> usize {
    let mut t = 0;
    for i in 0..s.len() {
        for j in 0..i.min(n) {
            t += i * j;
        }
    }
    t
}
fn main() {
    for k in 0..3 {
        print!("{} ", f("abcd", k));
    }
}
