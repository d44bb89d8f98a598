//~ family: E0618-call
//~ vary i32: i32 | u8 | i64
fn add(a: i32, b: i32) -> i32 {
    let c = a + b;
    c * 2
}
fn main() {
    let x = 3;
    let t = (x, add(x, 1));
    let v = [t.1, x];
    println!("{:?}", v.iter().max());
}
