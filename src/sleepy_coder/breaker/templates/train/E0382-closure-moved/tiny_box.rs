//~ family: E0382-closure-moved
struct P(Box<[u8]>);
fn f(p: P, k: Option<usize>) -> usize {
    let n = k.map(|i| p.0[i] as usize);
    n.unwrap_or(p.0.len())
}
fn main() {
    let p = P(Box::new([7, 8]));
    let t = || p.0.iter().sum::<u8>();
    println!("{}", t() + 1);
    println!("{}", f(p, Some(1)));
}
