//~ family: E0277-question-on-result
fn f(a: &str, b: &str) -> Option<i32> {
    let x: i32 = a.parse().ok()?;
    let y: i32 = b.parse().ok()?;
    Some(x + y)
}

fn main() {
    println!("{:?} {:?}", f("4", "5"), f("4", "q"));
}
