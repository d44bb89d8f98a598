//~ family: E0609-typo
struct A {
    b: B,
}
#[derive(Clone, Copy)]
struct B {
    wide: u8,
}
fn get(a: &A) -> u8 {
    a.b.wide + 1
}
fn main() {
    let a = A { b: B { wide: 7 } };
    let f = |c: B| c.wide * 2;
    println!("{} {} {}", get(&a), f(a.b), a.b.wide);
}
