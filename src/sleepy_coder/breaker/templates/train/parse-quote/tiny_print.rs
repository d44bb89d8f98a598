//~ family: parse-quote
fn main() {
    let n = 3;
    println!("{}", n * n + 1);
}
