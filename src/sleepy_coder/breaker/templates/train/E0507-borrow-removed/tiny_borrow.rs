//~ family: E0507-borrow-removed
struct S {
    n: String,
    v: Vec<String>,
}
fn f(s: &S) -> String {
    let w = &s.v[0];
    let n = s.n.clone();
    format!("{n}{w}")
}
fn main() {
    println!("{}", f(&S { n: "a".to_string(), v: vec!["b".to_string()] }));
}
