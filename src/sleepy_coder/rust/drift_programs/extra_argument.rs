fn one(x: i32) -> i32 {
    x
}

fn main() {
    println!("{}", one(1, 2));
}
