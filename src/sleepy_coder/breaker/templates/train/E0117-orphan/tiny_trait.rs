//~ family: E0117-orphan
trait Twice {
    fn twice(self) -> Self;
}
impl Twice for i32 {
    fn twice(self) -> i32 {
        self * 2
    }
}
enum E {
    A(i32),
}
fn main() {
    let E::A(n) = E::A(4);
    println!("{}", n.twice());
}
