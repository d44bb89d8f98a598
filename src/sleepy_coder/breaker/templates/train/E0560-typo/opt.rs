//~ family: E0560-typo
struct N<T> {
    v: T,
    next: Option<Box<N<T>>>,
}
fn one<T>(v: T) -> N<T> {
    N { v, next: None }
}
fn main() {
    let n = N { v: 'a', next: Some(Box::new(one('b'))) };
    println!("{} {:?}", n.v, n.next.map(|m| (m.v, m.next.is_none())));
}
