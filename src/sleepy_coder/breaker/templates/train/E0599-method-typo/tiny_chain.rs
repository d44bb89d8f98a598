//~ family: E0599-method-typo
fn main() {
    let s = "b,a,,c";
    let mut v: Vec<&str> = s.split(',').filter(|p| !p.is_empty()).collect();
    v.sort();
    v.insert(1, "z");
    let t = v.concat();
    let n = t.find('z').unwrap_or(9);
    println!("{t} {n}");
}
