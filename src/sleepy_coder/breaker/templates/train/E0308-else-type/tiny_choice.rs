//~ family: E0308-else-type
fn main() {
    let n = 4;
    let s = if n > 9 { n.to_string() } else { "few".to_string() };
    println!("{s}");
}
