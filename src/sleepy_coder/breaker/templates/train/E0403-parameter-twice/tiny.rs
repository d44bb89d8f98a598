//~ family: E0403-parameter-twice
fn twice<T: Clone>(x: &T) -> Vec<T> {
    vec![x.clone(), x.clone()]
}
fn pair<A, B>(a: A, b: B) -> (B, A) {
    (b, a)
}
fn main() {
    println!("{:?} {:?}", twice(&5), pair('c', 2));
}
