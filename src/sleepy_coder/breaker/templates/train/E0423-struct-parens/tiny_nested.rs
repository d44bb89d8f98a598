//~ family: E0423-struct-parens
#[derive(Debug)]
struct A {
    n: u8,
}
#[derive(Debug)]
struct B {
    a: A,
    s: &'static str,
}
fn f(n: u8) -> B {
    let a = A { n };
    if n > 3 {
        B { a, s: "big" }
    } else {
        B { s: "none", a }
    }
}
fn main() {
    let b = f(2);
    println!("{b:?} {} {}", b.a.n, f(9).s);
}
