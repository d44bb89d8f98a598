//~ family: parse-comparison
fn sign(n: i64) -> i8 {
    if n == 0 {
        0
    } else if n != n.abs() {
        -1
    } else {
        1
    }
}
fn main() {
    let v = [4, 0, -9];
    let k = v.iter().filter(|n| sign(**n) == 1).count();
    println!("{k}");
}
