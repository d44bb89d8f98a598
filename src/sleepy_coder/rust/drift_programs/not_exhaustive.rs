fn main() {
    match Some(1) {
        Some(n) => println!("{n}"),
    }
}
