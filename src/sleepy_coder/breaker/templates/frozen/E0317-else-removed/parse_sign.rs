//~ family: E0317-else-removed
//~ vary i64: i64 | i32
fn magnitude(value: i64) -> i64 {
    let zero = 0;
    if value < zero { -value } else { value }
}

fn positive(text: &str) -> Option<i64> {
    let value: i64 = text.parse().ok()?;
    if value > 0 { Some(value) } else { None }
}

fn main() {
    println!("{} {}", magnitude(-14), magnitude(6));
    println!("{:?} {:?} {:?}", positive("33"), positive("-2"), positive("two"));
}
