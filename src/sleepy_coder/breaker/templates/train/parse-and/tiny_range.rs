//~ family: parse-and
fn main() {
    let a = 7;
    let b = a > 3 && a < 10;
    let c = a == 1 || a == 2;
    println!("{b} {c}");
}
