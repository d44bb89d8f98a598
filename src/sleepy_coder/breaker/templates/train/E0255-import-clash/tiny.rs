//~ family: E0255-import-clash
mod m {
    pub fn half(n: u32) -> u32 {
        n / 2
    }
    pub const TOP: u32 = 9;
}
use m::TOP;
use m::half;
fn main() {
    println!("{} {}", half(7), TOP);
}
