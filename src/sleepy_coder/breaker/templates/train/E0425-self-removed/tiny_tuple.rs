//~ family: E0425-self-removed
struct S {
    n: u8,
    v: Vec<u8>,
}
impl S {
    fn f(&mut self) -> u8 {
        self.v.push(3);
        self.n
    }
}
fn main() {
    println!("{}", S { n: 4, v: vec![] }.f());
}
