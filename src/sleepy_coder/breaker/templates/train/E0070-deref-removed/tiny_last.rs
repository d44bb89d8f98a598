//~ family: E0070-deref-removed
fn main() {
    let mut v = vec![1, 2];
    *v.last_mut().unwrap() = 9;
    println!("{v:?}");
}
