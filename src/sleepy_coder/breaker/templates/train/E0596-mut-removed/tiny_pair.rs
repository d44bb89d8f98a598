//~ family: E0596-mut-removed
fn fill(v: &mut Vec<u8>) {
    v.extend([1, 2]);
}
fn main() {
    let (mut a, n) = (Vec::new(), 4);
    fill(&mut a);
    if let Some(mut b) = Some([n, 1]) {
        b.reverse();
        a.extend(b);
    }
    println!("{a:?}");
}
