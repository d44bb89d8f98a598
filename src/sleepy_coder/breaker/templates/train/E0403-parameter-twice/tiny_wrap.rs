//~ family: E0403-parameter-twice
struct W<T>(T);
impl<T: Copy> W<T> {
    fn get(&self) -> T {
        self.0
    }
    fn with<U>(self, u: U) -> (T, U) {
        (self.0, u)
    }
}
fn main() {
    println!("{} {:?}", W(4).get(), W('x').with(true));
}
