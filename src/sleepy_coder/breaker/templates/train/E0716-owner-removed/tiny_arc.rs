//~ family: E0716-owner-removed
fn make(n: u8) -> Vec<u8> {
    vec![n; 3]
}

fn main() {
    let a = make(7);
    let s: &[u8] = a.as_slice();
    println!("{s:?}");
    let b = vec![2, 5];
    let m = b.iter().max();
    println!("{m:?}");
}
