//~ family: E0308-ok-method-removed
fn f(s: &str) -> Option<i32> {
    s.parse().ok()
}

fn main() {
    println!("{:?} {:?}", f("42"), f("x"));
}
