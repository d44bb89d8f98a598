//~ family: E0204-copy-derived
#[derive(Clone)]
struct S {
    v: Vec<i32>,
}
#[derive(Clone, Debug)]
struct K(String);
fn main() {
    let s = S { v: vec![1, 2] };
    let t = s.clone();
    println!("{} {} {:?}", s.v.len(), t.v[1], K("k".to_string()));
}
