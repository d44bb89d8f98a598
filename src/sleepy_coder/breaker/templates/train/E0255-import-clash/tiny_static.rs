//~ family: E0255-import-clash
mod a {
    pub static S: [u8; 2] = [1, 2];
    pub struct P {
        pub n: u8,
    }
}
mod b {
    pub fn f(k: &u8) -> u8 {
        k + 1
    }
}
use a::P;
fn main() {
    use a::S;
    use b::f;
    println!("{} {}", S[0], f(&P { n: 4 }.n));
}
