//~ family: E0599-bound-removed
fn two<T: Clone>(x: &T) -> (T, u8) {
    (x.clone(), 2)
}
fn text<T: ToString>(x: T) -> String {
    x.to_string() + "!"
}
fn main() {
    println!("{:?} {}", two(&'a'), text(5));
}
