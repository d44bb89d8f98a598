//~ family: E0220-typo
trait Step {
    type Out;
    fn go(&self) -> Self::Out;
}
impl Step for u8 {
    type Out = char;
    fn go(&self) -> char {
        *self as char
    }
}
fn f<S: Step<Out = char>>(s: S) -> S::Out {
    s.go()
}
fn main() {
    println!("{}", f(90u8));
}
