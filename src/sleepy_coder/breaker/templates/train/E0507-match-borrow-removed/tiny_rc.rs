//~ family: E0507-match-borrow-removed
use std::rc::Rc;
struct P(Option<String>);
fn f(p: &Rc<P>) -> bool {
    if let Some(s) = &p.0 {
        s.is_empty()
    } else {
        true
    }
}
fn g(v: &Vec<P>) -> usize {
    let P(o) = &v[0];
    o.iter().count()
}
fn main() {
    println!("{} {}", f(&Rc::new(P(None))), g(&vec![P(None)]));
}
