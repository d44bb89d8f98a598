//~ family: E0050-parameter-count
trait Op {
    fn run(&self, a: i32, b: i32) -> i32;
}
struct First;
struct Plus(i32);
impl Op for First {
    fn run(&self, a: i32, _b: i32) -> i32 {
        a
    }
}
impl Op for Plus {
    fn run(&self, a: i32, b: i32) -> i32 {
        a + b + self.0
    }
}
fn main() {
    println!("{} {}", First.run(4, 9), Plus(1).run(4, 9));
}
