//~ family: edition-gen-keyword
//~ edition: 2024
fn r#gen(x: u32) -> u32 {
    x * 7 % 10
}

fn main() {
    let a = r#gen(3);
    println!("{a}");
}
