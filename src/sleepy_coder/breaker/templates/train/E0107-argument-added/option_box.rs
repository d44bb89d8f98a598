//~ family: E0107-argument-added
enum T {
    Leaf,
    Fork(Box<T>, Box<T>),
}
fn deep(t: &T) -> u8 {
    match t {
        T::Leaf => 0,
        T::Fork(a, b) => 1 + deep(a).max(deep(b)),
    }
}
fn twin() -> T {
    T::Fork(Box::new(T::Leaf), Box::new(T::Leaf))
}
fn main() {
    println!("{}", deep(&twin()));
}
