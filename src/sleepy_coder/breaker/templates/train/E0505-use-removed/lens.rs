//~ family: E0505-use-removed
//~ edition: 2024
fn lens(v: &[&str]) -> impl Iterator<Item = usize> + use<> {
    v.iter().map(|s| s.len()).collect::<Vec<_>>().into_iter()
}
fn add(b: &Box<i32>) -> impl Fn(i32) -> i32 + use<> {
    let n = **b;
    move |m| m + n
}
fn main() {
    let (v, b) = (vec!["a", "bc"], Box::new(4));
    let (l, f) = (lens(&v), add(&b));
    drop(v);
    println!("{} {} {}", l.sum::<usize>(), *{ b }, f(1));
}
