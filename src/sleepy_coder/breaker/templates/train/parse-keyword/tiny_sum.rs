//~ family: parse-keyword
fn main() {
    let mut s = 0;
    let k = 4;
    for i in 0..k {
        s += i * 3;
    }
    println!("{s}");
}
