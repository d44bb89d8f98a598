//~ family: E0424-self-param-removed
#[allow(dead_code)]
impl L {
    fn on(&self) -> bool {
        self.0
    }
    fn off(&mut self) {
        self.0 = false;
    }
}
struct L(bool);
fn main() {
    println!("{}", L(true).0);
}
