//~ family: E0308-box-removed
struct L(i32, Option<Box<L>>);
fn len(l: &L) -> usize {
    1 + l.1.as_ref().map_or(0, |n| len(n))
}
fn main() {
    let t = Some(Box::new(L(2, None)));
    let l = L(1, t);
    println!("{} {}", len(&l), L(3, Some(Box::new(l))).0);
}
