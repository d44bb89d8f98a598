//~ family: lifetime-elided
struct A(usize);

impl A {
    fn cut<'t>(&self, t: &'t str) -> &'t str {
        &t[..self.0]
    }
}

fn main() {
    println!("{}", A(2).cut("oven"));
}
