//~ family: E0716-owner-removed
fn main() {
    let v = vec![5, 6, 7];
    let w = v.as_slice();
    let d = w.len().to_string();
    let b = d.as_bytes();
    println!("{w:?} {b:?}");
}
