//~ family: parse-semicolon
use std::mem::swap;
const K: u8 = 3;
fn main() {
    let s = "x y";
    let s: Vec<_> = s.split(' ').collect();
    let (mut a, mut b) = (s[0], s[1]);
    if K > 2 {
        swap(&mut a, &mut b);
        print!("{a}");
    }
    println!("{b}");
}
