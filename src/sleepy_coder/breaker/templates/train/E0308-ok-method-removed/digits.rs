//~ family: E0308-ok-method-removed
fn n(s: &str) -> Option<u8> {
    let s = s.trim();
    s.parse().ok()
}
fn both(p: (&str, &str)) -> (Option<f32>, bool) {
    (p.0.parse().ok(), p.1 == "yes")
}
fn main() {
    let o: [Option<i8>; 2] = ["6", "x"].map(|s| s.parse().ok());
    println!("{:?} {:?} {o:?}", n(" 4"), both(("2.5", "no")));
}
