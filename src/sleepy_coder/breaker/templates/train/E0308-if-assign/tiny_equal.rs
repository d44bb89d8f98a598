//~ family: E0308-if-assign
fn main() {
    let a = 6;
    let b = 2 * 3;
    if a == b {
        println!("same");
    }
}
