//~ family: E0308-else-type
fn f(n: u8) -> usize {
    let o = if n > 3 { None } else { Some(n) };
    let v = if n == 0 { vec![0] } else { [n, 1].to_vec() };
    let r = if o.is_none() { Err(v) } else { Ok(v.len()) };
    r.unwrap_or(9)
}
fn main() {
    println!("{} {}", f(2), f(7));
}
