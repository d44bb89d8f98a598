//~ family: parse-colon
fn main() {
    let mut v = Vec::new();
    v.push(String::from("ab"));
    let n = usize::pow(v[0].len(), 3);
    println!("{n}");
}
