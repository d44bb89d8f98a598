//~ family: E0063-field
struct P<T> {
    a: T,
    b: u8,
}
fn f<T>(a: T) -> P<T> {
    let b = 4;
    P { a, b }
}
fn main() {
    println!("{} {}", f("x").a, f(9).b);
}
