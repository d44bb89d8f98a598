//~ family: E0407-method-typo
#[derive(Debug)]
struct A(u8);
impl Clone for A {
    fn clone(&self) -> A {
        A(self.0)
    }
    fn clone_from(&mut self, a: &A) {
        self.0 = a.0;
    }
}
fn main() {
    let mut b = A(2);
    b.clone_from(&A(5));
    println!("{b:?} {:?}", b.clone());
}
