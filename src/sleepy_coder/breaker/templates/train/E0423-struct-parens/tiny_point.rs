//~ family: E0423-struct-parens
struct P {
    x: i32,
    y: i32,
}

fn main() {
    let p = P { x: 4, y: 7 };
    println!("{}", p.x * 10 + p.y);
}
