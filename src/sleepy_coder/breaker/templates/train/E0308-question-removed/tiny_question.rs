//~ family: E0308-question-removed
fn h(n: u32) -> Option<u32> {
    if n % 2 == 0 {
        Some(n / 2)
    } else {
        None
    }
}
fn q(n: u32) -> Option<u32> {
    let m: u32 = h(n)?;
    h(h(m)?)
}
fn main() {
    println!("{:?} {:?}", q(24), q(10));
}
