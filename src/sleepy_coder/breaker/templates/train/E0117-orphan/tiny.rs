//~ family: E0117-orphan
struct A(u32);
fn inc(a: A) -> A {
    A(a.0 + 1)
}
fn main() {
    println!("{}", inc(A(6)).0);
}
