//~ family: E0308-match-arm
fn f(o: Option<i32>) -> Option<i32> {
    let r = match o {
        Some(0) | None => None,
        Some(n) if n > 9 => Some(n - 9),
        Some(n) => Some(n),
    };
    r.map(|n| n * 2)
}

fn main() {
    println!("{:?} {:?}", f(Some(12)), f(None));
}
