//~ family: E0502-borrow
fn main() {
    let mut s = String::from("ab");
    let t = s.clone();
    s.push('c');
    let n = [s.len(), 4];
    let mut v = n.to_vec();
    let f = v[1];
    v.clear();
    println!("{t} {f} {v:?}");
}
