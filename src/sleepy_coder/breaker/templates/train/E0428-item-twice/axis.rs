//~ family: E0428-item-twice
#[derive(PartialEq)]
enum A {
    X,
    Y,
}
struct V(A);
fn other(a: A) -> A {
    if a == A::X {
        A::Y
    } else {
        A::X
    }
}
fn main() {
    println!("{}", other(V(A::Y).0) == A::X);
}
