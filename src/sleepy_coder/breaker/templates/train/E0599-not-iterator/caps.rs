//~ family: E0599-not-iterator
fn caps(s: &str) -> String {
    s.chars().rev().collect()
}
fn main() {
    let v = vec![Some(4), None];
    let n: i32 = v.iter().flatten().sum();
    println!("{} {n}", caps("ab"));
    println!("{}", v.into_iter().filter_map(|o| o).count());
}
