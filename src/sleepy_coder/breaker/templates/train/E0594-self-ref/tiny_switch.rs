//~ family: E0594-self-ref
struct S(bool, u8);

impl S {
    fn flip(&mut self) {
        self.0 = !self.0;
    }
    fn add(&mut self, n: u8) -> &Self {
        self.1 += n;
        self
    }
}

fn main() {
    let mut s = S(false, 1);
    s.flip();
    println!("{}", s.add(4).1);
}
