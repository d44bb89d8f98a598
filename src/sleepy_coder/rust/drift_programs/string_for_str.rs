fn main() {
    let name: String = "anna";
    println!("{name}");
}
