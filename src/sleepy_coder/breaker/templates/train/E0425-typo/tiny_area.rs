//~ family: E0425-typo
const K: i32 = 4;
fn area(w: i32, h: i32) -> i32 {
    let a = w * h;
    a / K
}
fn main() {
    let side = 9;
    let both = (side, side + K);
    println!("{}", area(both.0, both.1));
}
