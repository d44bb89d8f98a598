//~ family: edition-unsafe-extern
//~ edition: 2024
unsafe extern "C" {
    fn abs(n: i32) -> i32;
}
unsafe extern "C" {
    fn tolower(c: i32) -> i32;
}
fn main() {
    println!("{}", unsafe { abs(-4) + tolower(90) });
}
