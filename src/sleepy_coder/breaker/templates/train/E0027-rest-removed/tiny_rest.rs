//~ family: E0027-rest-removed
struct P {
    a: u8,
    b: u8,
    c: char,
}
fn main() {
    let p = P { a: 1, b: 2, c: 'z' };
    let P { a, .. } = p;
    let f = |P { b, c, .. }: &P| format!("{b}{c}");
    println!("{a} {}", f(&p));
}
