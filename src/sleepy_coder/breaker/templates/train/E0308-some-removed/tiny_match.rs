//~ family: E0308-some-removed
fn f(n: u8) -> Option<u8> {
    match n {
        0 => None,
        1..=9 => Some(n),
        _ => f(n / 2),
    }
}
fn main() {
    let w: [Option<u8>; 2] = [Some(3), f(40)];
    println!("{:?} {}", w, f(8) == Some(8));
}
