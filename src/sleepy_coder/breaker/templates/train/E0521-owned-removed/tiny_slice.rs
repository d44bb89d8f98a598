//~ family: E0521-owned-removed
//~ vary u8: u8 | i32 | u64
use std::thread::spawn;
fn top(v: &[u8]) -> Option<u8> {
    let w = v.to_vec();
    let h = spawn(move || w.iter().copied().max());
    h.join().ok()?
}
fn main() {
    println!("{:?}", top(&[3 as u8, 9 as u8]));
}
