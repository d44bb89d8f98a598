//~ family: E0407-method-typo
trait Unit {
    fn size(&self) -> i32 {
        1
    }
}
struct A;
struct B(i32);
impl Unit for A {}
impl Unit for B {
    fn size(&self) -> i32 {
        self.0
    }
}
fn main() {
    println!("{}", A.size() + B(7).size());
}
