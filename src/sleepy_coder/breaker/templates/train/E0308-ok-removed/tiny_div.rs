//~ family: E0308-ok-removed
fn f(a: i32, b: i32) -> Result<i32, String> {
    if b == 0 {
        Err("zero".to_string())
    } else {
        Ok(a / b)
    }
}
fn main() {
    let g = |s: &str| -> Result<usize, char> { Ok(s.len()) };
    println!("{:?} {:?}", f(7, 2), g("abc"));
}
