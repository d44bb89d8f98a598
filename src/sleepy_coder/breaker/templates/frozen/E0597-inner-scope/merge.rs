//~ family: E0597-inner-scope
fn main() {
    let mut out = Vec::new();
    for k in 2..5 {
        let s = "ab".repeat(k);
        out.push(s);
    }
    println!("{}", out.join(" "));
    let w = out.concat();
    let t = loop {
        break w.trim_end_matches('b');
    };
    println!("{t}");
}
