//~ family: E0261-lifetime-undeclared
struct H<'a> {
    s: &'a str,
    n: usize,
}

impl<'a> H<'a> {
    fn cut(&self) -> &'a str {
        &self.s[..self.n]
    }
}

fn main() {
    println!("{}", H { s: "plank", n: 3 }.cut());
}
