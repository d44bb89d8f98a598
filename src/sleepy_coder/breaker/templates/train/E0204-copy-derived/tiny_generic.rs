//~ family: E0204-copy-derived
#[derive(Clone)]
struct B<T>(Box<T>);
#[derive(Debug, Clone, PartialEq)]
enum E {
    One(char),
    Many(String),
}
fn main() {
    let b = B(Box::new(E::Many("xy".into())));
    println!("{:?} {}", b.clone().0, *b.0 == E::One('x'));
}
