//~ family: parse-keyword
fn f<T: Ord>(a: T, b: T) -> T {
    if a < b { b } else { a }
}
fn main() {
    let x: u8 = f(2, 9);
    let s = if x > 3 {
        let t = "big";
        t.len()
    } else {
        0
    };
    println!("{s}");
}
