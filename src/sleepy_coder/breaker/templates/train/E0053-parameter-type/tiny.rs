//~ family: E0053-parameter-type
trait Twice {
    fn twice(&self, n: i32) -> i32;
}
struct T(i32);
impl Twice for T {
    fn twice(&self, n: i32) -> i32 {
        self.0 + n * 2
    }
}
fn main() {
    println!("{}", T(1).twice(8));
}
