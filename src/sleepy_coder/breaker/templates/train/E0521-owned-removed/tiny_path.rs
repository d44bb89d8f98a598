//~ family: E0521-owned-removed
use std::sync::Arc;
use std::thread;
fn f(a: &Arc<str>) -> usize {
    let b = a.clone();
    thread::spawn(move || b.len()).join().unwrap_or(0)
}
fn g(t: &str) {
    let t = String::from(t);
    let _ = thread::spawn(move || println!("{t}")).join();
}
fn main() {
    g("hey");
    println!("{}", f(&"abc".into()));
}
