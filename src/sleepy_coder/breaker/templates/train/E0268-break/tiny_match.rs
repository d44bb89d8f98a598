//~ family: E0268-break
fn f(o: Option<&str>) -> usize {
    let s = match o {
        Some(s) => s,
        None => return 9,
    };
    if s == "x" {
        return 1;
    }
    s.len()
}

fn main() {
    println!("{} {}", f(None), f(Some("abc")));
}
