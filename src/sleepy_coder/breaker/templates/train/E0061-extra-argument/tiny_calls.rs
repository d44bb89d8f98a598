//~ family: E0061-extra-argument
struct P(i32, i32);
impl P {
    fn new() -> P {
        P(2, 5)
    }
    fn dot(&self, o: &P) -> i32 {
        self.0 * o.0 + self.1 * o.1
    }
}
fn main() {
    let (p, f) = (P::new(), |a: i32| a + 1);
    println!("{}", f(p.dot(&P::new())));
}
