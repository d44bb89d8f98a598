//~ family: E0506-borrow
fn main() {
    let mut a = 3;
    let t = a;
    a = 8;
    println!("{a} was {t}");
}
