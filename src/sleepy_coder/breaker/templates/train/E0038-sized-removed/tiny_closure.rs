//~ family: E0038-sized-removed
trait T {
    fn n(&self) -> u8;
    fn mk(n: u8) -> Self
    where
        Self: Sized;
    fn less<U: T>(&self, u: U) -> bool
    where
        Self: Sized,
    {
        self.n() < u.n()
    }
}
struct W(u8);
impl T for W {
    fn n(&self) -> u8 {
        self.0
    }
    fn mk(n: u8) -> W {
        W(n)
    }
}
fn main() {
    let t = W::mk(4);
    println!("{} {}", t.less(W(9)), [&t as &dyn T].len());
}
