//~ family: E0610-field
const K: u8 = 7;
fn f(b: bool, c: char) -> u8 {
    let n = K;
    if b && c == 'x' {
        n
    } else {
        K + 1
    }
}
fn main() {
    println!("{}", f(true, 'x'));
}
