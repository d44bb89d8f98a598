//~ family: E0515-local-returned
fn main() {
    let v = ["ab", "c"];
    let d: Vec<_> = v.iter().map(|s| s.repeat(2)).collect();
    println!("{}", d.concat());
}
