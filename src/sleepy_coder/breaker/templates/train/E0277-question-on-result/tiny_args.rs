//~ family: E0277-question-on-result
fn s(t: &str) -> Option<(i8, bool)> {
    let (a, b) = t.split_once(' ')?;
    Some((a.parse().ok()?, b.parse::<bool>().ok()?))
}
fn q<T: std::str::FromStr>(t: &str) -> Option<[T; 1]> {
    Some([t.parse::<T>().ok()?])
}
fn main() {
    println!("{:?} {:?}", s("4 true"), q::<f32>("x"));
}
