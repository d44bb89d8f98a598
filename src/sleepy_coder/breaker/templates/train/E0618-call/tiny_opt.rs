//~ family: E0618-call
fn f(o: Option<&str>) -> Option<char> {
    let s = o?;
    let c = s.chars().next()?;
    if c == '-' { None } else { Some(c) }
}
fn main() {
    let a = [f(Some("xy")), f(None)];
    let [p, q] = a;
    println!("{:?}", p.or(q));
}
