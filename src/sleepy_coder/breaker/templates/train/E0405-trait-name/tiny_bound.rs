//~ family: E0405-trait-name
use std::fmt::Debug;
fn show<T: Debug>(t: T) {
    println!("<{:?}>", t);
}
fn main() {
    show(3);
    show("abc");
    show(vec![1, 2]);
}
