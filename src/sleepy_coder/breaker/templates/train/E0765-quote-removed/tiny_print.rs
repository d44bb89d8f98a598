//~ family: E0765-quote-removed
fn main() {
    let n = 3;
    println!("{}", n * n + 1);
}
