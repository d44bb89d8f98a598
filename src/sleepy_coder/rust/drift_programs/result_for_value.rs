fn main() {
    let number: i32 = "3".parse::<i32>();
    println!("{number}");
}
