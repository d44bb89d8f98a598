//~ family: E0381-initialiser-removed
fn f(v: &[i32]) -> bool {
    let mut seen = false;
    for x in v {
        if *x < 0 {
            seen = true;
        }
    }
    seen
}
fn main() {
    let mut t: u8 = 0;
    t += f(&[4, -9]) as u8;
    println!("{t}");
}
