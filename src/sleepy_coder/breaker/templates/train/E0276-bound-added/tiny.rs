//~ family: E0276-bound-added
trait Pick {
    fn pick<T>(&self, a: T, b: T) -> T;
}
struct Left;
impl Pick for Left {
    fn pick<T>(&self, a: T, _b: T) -> T {
        a
    }
}
fn main() {
    println!("{}", Left.pick(String::from("l"), String::from("r")));
}
