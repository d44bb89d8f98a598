//~ family: E0600-negate
struct P(String);
fn cut(p: &P, n: usize) -> String {
    let k = n.min(p.0.len());
    let s = &p.0;
    s[..k].repeat(2)
}
fn main() {
    let n = 4;
    let t = "word".to_string();
    println!("{}", cut(&P(t), n) + "!");
}
