//~ family: E0308-tail-semicolon
fn f(o: Option<&str>) -> usize {
    match o {
        Some(s) => {
            let t = s.trim();
            t.len()
        }
        None => 0,
    }
}
fn main() {
    let g = |a: usize| -> bool { a > 1 };
    println!("{} {}", f(Some(" ab")), g(f(None)));
}
