//~ family: E0433-use-removed
use std::iter;
use std::rc::Rc;
use std::time::Duration;
fn main() {
    let d = Duration::from_secs(75);
    let s: String = iter::repeat("ab").take(2).collect();
    println!("{:?} {}", d, Rc::new(s));
}
