//~ family: E0107-argument-added
struct P {
    n: i32,
}
fn add(a: &P, b: &P) -> P {
    P { n: a.n + b.n }
}
fn main() {
    let p = add(&P { n: 2 }, &P { n: 3 });
    println!("{}", p.n);
}
