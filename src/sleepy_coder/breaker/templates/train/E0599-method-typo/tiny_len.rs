//~ family: E0599-method-typo
fn main() {
    let s = String::from("pond");
    let n = s.len() * 2;
    let t = s.repeat(n / 4);
    println!("{t}");
}
