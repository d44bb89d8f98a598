//~ family: E0596-shared-reference
fn main() {
    let mut m = vec![vec![3, 1], vec![9, 4]];
    for r in m.iter_mut() {
        r.sort();
    }
    if let Some(r) = m.first_mut() {
        r.push(8);
    }
    println!("{m:?}");
}
