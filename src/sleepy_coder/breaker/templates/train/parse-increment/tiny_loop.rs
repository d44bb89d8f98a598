//~ family: parse-increment
fn main() {
    let mut i = 0;
    let mut n = 40;
    while n > 1 {
        n /= 3;
        i += 1;
    }
    println!("{i} {n}");
}
