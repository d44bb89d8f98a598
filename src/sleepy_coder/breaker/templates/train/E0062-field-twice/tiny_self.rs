//~ family: E0062-field-twice
#[derive(Debug)]
struct T {
    h: u8,
    m: u8,
}
impl T {
    fn add(&self, k: u8) -> Self {
        Self { h: self.h + k, m: k }
    }
}
fn main() {
    let m = 5;
    let t = T { h: 1, m }.add(2);
    println!("{t:?} {}", t.m);
}
