fn main() {
    let small: u8 = 3;
    let wide: u64 = small;
    println!("{wide}");
}
