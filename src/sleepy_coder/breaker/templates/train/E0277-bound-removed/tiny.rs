//~ family: E0277-bound-removed
use std::fmt::Display;
struct P<T>(T, T);
impl<T: Display> P<T> {
    fn show(&self) -> String {
        format!("<{} {}>", self.0, self.1)
    }
}
fn main() {
    println!("{}", P(1, 2).show());
}
