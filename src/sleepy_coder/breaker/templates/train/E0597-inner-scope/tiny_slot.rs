//~ family: E0597-inner-scope
fn main() {
    let mut t = "";
    let s = String::from("abc");
    while t.is_empty() {
        t = &s[1..];
    }
    let mut v = Vec::new();
    if t.len() > 1 {
        let w = t.repeat(2);
        v.push(w);
    }
    println!("{t} {v:?}");
}
