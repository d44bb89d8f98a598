//~ family: E0186-self-removed
trait Val {
    fn val(&self) -> i32;
    fn bump(&mut self, by: i32);
}
struct One;
impl Val for One {
    fn val(&self) -> i32 {
        1
    }
    fn bump(&mut self, by: i32) {
        println!("no {}", by);
    }
}
fn main() {
    let mut one = One;
    one.bump(2);
    println!("{}", one.val() + 1);
}
