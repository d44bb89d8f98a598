fn main() {
    let text = String::from("a");
    let other = text;
    println!("{text}{other}");
}
