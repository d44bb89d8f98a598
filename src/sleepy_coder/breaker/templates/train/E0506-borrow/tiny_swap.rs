//~ family: E0506-borrow
fn f(p: &mut (i32, i32)) {
    let t = p.0;
    p.0 = p.1;
    p.1 = 2 * t;
}
fn main() {
    let mut p = (3, 8);
    f(&mut p);
    println!("{p:?}");
}
