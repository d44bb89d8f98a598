//~ family: E0276-bound-added
trait Twist {
    fn twist<A, B>(p: (A, B)) -> (B, A);
    fn drop_all<A>(v: Vec<A>);
}
struct X;
impl Twist for X {
    fn twist<A, B>(p: (A, B)) -> (B, A) {
        (p.1, p.0)
    }
    fn drop_all<A>(_: Vec<A>) {}
}
fn main() {
    X::drop_all(vec![X]);
    println!("{:?}", X::twist((5, 'z')));
}
