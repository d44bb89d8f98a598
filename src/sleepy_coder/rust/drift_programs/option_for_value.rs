fn first() -> Option<i32> {
    7
}

fn main() {
    println!("{:?}", first());
}
