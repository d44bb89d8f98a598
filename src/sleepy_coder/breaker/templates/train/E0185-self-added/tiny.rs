//~ family: E0185-self-added
trait Id {
    fn id() -> u8;
}
struct X;
struct Y;
impl Id for X {
    fn id() -> u8 {
        4
    }
}
impl Id for Y {
    fn id() -> u8 {
        X::id() + 1
    }
}
fn main() {
    println!("{} {}", X::id(), Y::id());
}
