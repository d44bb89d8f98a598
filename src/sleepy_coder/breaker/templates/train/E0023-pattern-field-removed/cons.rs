//~ family: E0023-pattern-field-removed
enum L {
    Nil,
    Cons(u8, Box<L>),
}
fn len(l: &L) -> usize {
    match l {
        L::Nil => 0,
        L::Cons(_, t) => 1 + len(t),
    }
}
fn main() {
    let l = L::Cons(4, Box::new(L::Nil));
    if let L::Cons(h, _) = &l {
        println!("{h} {}", len(&l));
    }
}
