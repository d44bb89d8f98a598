//~ family: E0407-method-typo
trait A {
    const N: u8 = 1;
    fn up(&self, n: u8) -> u8 {
        n + Self::N
    }
    fn id() -> char {
        '?'
    }
}
impl A for u8 {
    fn up(&self, n: u8) -> u8 {
        n.max(*self)
    }
}
impl A for (u8, bool) {
    fn id() -> char {
        'p'
    }
}
fn main() {
    println!("{} {}{}", 5.up(2), <(u8, bool)>::id(), (1, true).up(3));
    println!("{}", <u8 as A>::id());
}
