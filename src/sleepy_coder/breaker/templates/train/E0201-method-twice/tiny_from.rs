//~ family: E0201-method-twice
trait A {
    fn f(&self) -> u8;
    fn g(n: u8) -> Self;
}
struct X(u8);
impl A for X {
    fn f(&self) -> u8 {
        self.0 + 1
    }
    fn g(n: u8) -> Self {
        X(n)
    }
}
impl From<bool> for X {
    fn from(b: bool) -> X {
        X(if b { 3 } else { 4 })
    }
}
fn main() {
    println!("{} {}", X::g(2).f(), X::from(true).0);
}
