//~ family: E0404-not-a-trait
use std::ops::{Add, Neg};
struct W(i8);
impl Add for W {
    type Output = W;
    fn add(self, w: W) -> W {
        W(self.0 + w.0)
    }
}
impl Neg for W {
    type Output = W;
    fn neg(self) -> W {
        W(-self.0)
    }
}
fn main() {
    println!("{}", (W(4) + -W(9)).0);
}
