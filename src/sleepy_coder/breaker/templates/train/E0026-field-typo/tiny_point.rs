//~ family: E0026-field-typo
struct P {
    x: i32,
    y: i32,
}
fn f(P { x: a, y: b }: P) -> i32 {
    a * 2 + b
}
fn main() {
    let P { y, .. } = P { x: 1, y: 8 };
    println!("{} {y}", f(P { x: 3, y: 4 }));
}
