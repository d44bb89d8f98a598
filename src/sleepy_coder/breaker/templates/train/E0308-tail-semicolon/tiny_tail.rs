//~ family: E0308-tail-semicolon
struct P(u8, u8);
impl P {
    fn swap(&self) -> P {
        P(self.1, self.0)
    }
    fn big(&self) -> bool {
        self.0 > 9 && self.1 > 9
    }
}
fn main() {
    let p = P(3, 12).swap();
    println!("{} {}", p.0, p.big());
}
