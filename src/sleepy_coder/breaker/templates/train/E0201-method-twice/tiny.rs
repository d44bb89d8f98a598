//~ family: E0201-method-twice
struct S(i32);
impl From<i32> for S {
    fn from(n: i32) -> S {
        S(n * 2)
    }
}
fn main() {
    println!("{}", S::from(21).0);
}
