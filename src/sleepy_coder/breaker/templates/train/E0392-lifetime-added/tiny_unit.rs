//~ family: E0392-lifetime-added
struct U(bool);
pub struct V<T> {
    t: T,
}
fn f<T>(V { t }: V<T>, U(b): &U) -> Option<T> {
    b.then_some(t)
}
fn main() {
    println!("{:?}", f(V { t: 'c' }, &U(true)));
}
