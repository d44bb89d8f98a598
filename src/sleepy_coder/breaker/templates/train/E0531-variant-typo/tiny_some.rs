//~ family: E0531-variant-typo
fn main() {
    let v = vec![3, 8];
    if let Some(x) = v.last() {
        println!("{x}");
    }
}
