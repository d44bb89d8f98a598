//~ family: E0621-lifetime-removed
fn max<'a>(a: &'a i32, b: &'a i32) -> &'a i32 {
    if a > b { a } else { b }
}

fn main() {
    println!("{}", max(&3, &8));
}
