//~ family: E0592-method-twice
struct N(i32);
impl N {
    fn get(&self) -> i32 {
        self.0
    }
    fn inc(&mut self) {
        self.0 += 1;
    }
}
fn main() {
    let mut n = N(4);
    n.inc();
    println!("{}", n.get());
}
