//~ family: E0053-parameter-type
trait T {
    fn f(&mut self, n: u32, c: char) -> bool;
    fn g(s: &str, v: &[u8]) -> usize;
}
impl T for () {
    fn f(&mut self, n: u32, c: char) -> bool {
        n > 3 && c == 'x'
    }
    fn g(s: &str, v: &[u8]) -> usize {
        s.len() + v.len()
    }
}
fn main() {
    println!("{} {}", ().f(2, 'x'), <()>::g("ab", b"c"));
}
