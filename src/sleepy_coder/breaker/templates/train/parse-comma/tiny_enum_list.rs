//~ family: parse-comma
#[derive(PartialEq)]
enum D {
    N,
    E,
    S,
}
fn go((x, y): (i32, i32), d: D, n: i32) -> (i32, i32) {
    if d == D::E {
        (x + n, y)
    } else {
        (x, if d == D::N { y - n } else { y + n })
    }
}
fn main() {
    println!("{:?}", go(go((1, 2), D::E, 4), D::S, i32::pow(2, 3)));
}
