//~ family: edition-gen-keyword
//~ edition: 2024
struct S {
    r#gen: u8,
}
fn main() {
    let r#gen = 4;
    let s = S { r#gen: 7 };
    let f = |x: u8| x + r#gen;
    println!("{}", f(s.r#gen));
}
