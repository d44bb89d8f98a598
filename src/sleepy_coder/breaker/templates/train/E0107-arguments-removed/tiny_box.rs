//~ family: E0107-arguments-removed
struct W<T>(Option<T>);
impl<T: Copy> W<T> {
    fn get(&self, d: T) -> T {
        self.0.unwrap_or(d)
    }
}
fn f(w: W<char>) -> Box<W<char>> {
    Box::new(w)
}
fn main() {
    println!("{}", f(W(None)).get('q'));
}
