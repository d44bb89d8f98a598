//~ family: E0050-parameter-count
trait T {
    fn at(&self, n: u8) -> u8;
    fn zero() -> u8;
}
impl T for [u8] {
    fn at(&self, n: u8) -> u8 {
        self[0] + n
    }
    fn zero() -> u8 {
        0
    }
}
fn main() {
    println!("{}", [4u8, 2].at(<[u8]>::zero()));
}
