//~ family: E0040-drop-method
use std::rc::Rc;

fn main() {
    let a = Rc::new(5);
    let b = a.clone();
    drop(a);
    println!("{}", Rc::strong_count(&b));
}
