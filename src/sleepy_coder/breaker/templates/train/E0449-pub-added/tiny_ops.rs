//~ family: E0449-pub-added
use std::ops::Not;
enum B {
    On,
    Off,
}
impl Not for B {
    type Output = B;
    fn not(self) -> B {
        if let B::On = self {
            B::Off
        } else {
            B::On
        }
    }
}
fn main() {
    println!("{}", matches!(!B::On, B::Off));
}
