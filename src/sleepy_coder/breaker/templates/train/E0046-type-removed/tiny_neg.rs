//~ family: E0046-type-removed
//~ vary i32: i32 | i64 | f64
struct A(i32);
impl std::ops::Neg for A {
    type Output = i32;
    fn neg(self) -> i32 {
        -self.0
    }
}
impl std::str::FromStr for A {
    type Err = ();
    fn from_str(s: &str) -> Result<A, ()> {
        s.parse().map(A).map_err(|_| ())
    }
}
fn main() {
    println!("{:?}", "4".parse::<A>().map(|a| -a));
}
