//~ family: parse-comma
fn add(a: i32, b: i32, c: i32) -> i32 {
    a + b * c
}

fn main() {
    let x = [2, 5, 7];
    let (p, q) = (x[0], x[2]);
    println!("{}", add(p, q, 3));
}
