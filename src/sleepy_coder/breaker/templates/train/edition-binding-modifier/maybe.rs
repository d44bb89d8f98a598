//~ family: edition-binding-modifier
//~ edition: 2024
struct W(Option<u8>, [u8; 2]);
fn pick(w: &W) -> u8 {
    let W(o, [a, b]) = w;
    if let Some(n) = o { *n } else { a.max(b) - 1 }
}
fn main() {
    println!("{}", pick(&W(None, [3, 8])));
}
