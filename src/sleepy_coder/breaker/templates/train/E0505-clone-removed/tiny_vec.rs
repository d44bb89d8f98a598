//~ family: E0505-clone-removed
fn f(v: Vec<u8>) -> Vec<u8> {
    v.into_iter().rev().collect()
}

fn main() {
    let v = vec![1, 2, 7];
    let a = &v[1];
    let w = f(v.clone());
    let b = w.iter();
    let x = f(w.to_vec());
    println!("{a} {x:?} {:?}", b.max());
}
