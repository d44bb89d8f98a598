//~ family: E0384-mut-removed
fn last(s: &str) -> Option<char> {
    let mut l = None;
    for c in s.chars() {
        l = Some(c);
    }
    l
}
fn main() {
    let mut done = false;
    while !done {
        done = last("ab").is_some();
    }
    let [mut x, y] = [4, 6];
    x += y;
    println!("{x} {done}");
}
