//~ family: E0424-self-param-removed
#[allow(dead_code)]
trait Bits: Copy + Into<u64> {
    fn ones(self) -> u32 {
        u64::count_ones(self.into())
    }
    fn has(&self, n: u8) -> bool {
        (*self).into() >> n & 1 == 1
    }
}
impl Bits for u8 {}
fn main() {
    println!("{}", 6u8);
}
