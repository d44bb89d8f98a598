//~ family: E0609-typo
struct R {
    left: i8,
    size: i8,
}
fn end(r: R) -> i8 {
    r.left + r.size
}
fn main() {
    let mut r = R { left: 3, size: 6 };
    r.size -= 1;
    println!("{} {}", r.left.pow(2), end(r));
}
