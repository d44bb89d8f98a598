//~ family: E0782-dyn-removed
trait T {
    fn f(&self) -> u8;
}
impl T for u8 {
    fn f(&self) -> u8 {
        self + 1
    }
}
fn main() {
    let v: Vec<Box<dyn T>> = vec![Box::new(4)];
    let r: &dyn T = &7;
    println!("{} {}", v[0].f(), r.f());
}
