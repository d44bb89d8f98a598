//~ family: parse-semicolon
fn main() {
    let (mut a, mut b) = (9, 4);
    while b > 0 {
        let t = a % b;
        a = b;
        b = t;
    }
    println!("{a}");
    assert_eq!(b, 0);
    print!("end");
}
