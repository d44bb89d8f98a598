//~ family: E0186-self-removed
trait T {
    fn a(&self) -> bool;
    fn b(&self, n: u8) -> u8;
}
impl T for u8 {
    fn a(&self) -> bool {
        true
    }
    fn b(&self, n: u8) -> u8 {
        n + 1
    }
}
fn main() {
    println!("{} {}", 3u8.a(), 3u8.b(4));
}
