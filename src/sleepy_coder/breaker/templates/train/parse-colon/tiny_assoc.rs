//~ family: parse-colon
enum D {
    L,
    R(u8),
}
fn f(d: D) -> u8 {
    match d {
        D::L => u8::MAX,
        D::R(n) => n,
    }
}
fn main() {
    println!("{} {}", f(D::L), f(D::R(std::cmp::min(3, 9))));
}
