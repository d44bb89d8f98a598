//~ family: E0392-lifetime-added
struct P {
    x: i32,
}
enum E {
    A,
    B(i32),
}
fn f(p: P, e: E) -> i32 {
    match e {
        E::A => p.x,
        E::B(n) => n + p.x,
    }
}
fn main() {
    println!("{} {}", f(P { x: 2 }, E::A), f(P { x: 3 }, E::B(4)));
}
