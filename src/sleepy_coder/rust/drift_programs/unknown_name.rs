fn main() {
    println!("{}", totl);
}
