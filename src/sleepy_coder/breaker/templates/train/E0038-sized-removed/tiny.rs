//~ family: E0038-sized-removed
trait Num {
    fn get(&self) -> i32;
    fn same(&self, other: &Self) -> bool where Self: Sized;
    fn zero() -> Self where Self: Sized;
}
struct N(i32);
impl Num for N {
    fn get(&self) -> i32 {
        self.0
    }
    fn same(&self, other: &N) -> bool {
        self.0 == other.0
    }
    fn zero() -> N {
        N(0)
    }
}
fn main() {
    let n: Box<dyn Num> = Box::new(N(7));
    println!("{} {} {}", n.get(), N(3).same(&N(3)), N::zero().0);
}
