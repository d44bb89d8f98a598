//~ family: E0603-pub-removed
mod m {
    pub struct S(pub u8);
    pub const K: u8 = 3;
    pub fn f(s: &S) -> u8 {
        s.0 + 1
    }
}

fn main() {
    let s = m::S(m::K);
    println!("{}", m::f(&s));
}
