//~ family: E0072-unboxed
use std::task::Poll::{self, Pending, Ready};
struct T(u8, Poll<Box<T>>, Option<(Box<T>, char)>);
fn size(t: &T) -> u8 {
    let Ready(u) = &t.1 else { return t.0 };
    t.0 + size(u)
}
fn main() {
    let a = T(1, Pending, None);
    let b = T(2, Ready(a.into()), None);
    let c = T(4, Pending, Some((b.into(), 'x')));
    println!("{} {:?}", size(&c), c.2.map(|p| (p.1, size(&p.0))));
}
