//~ family: E0317-else-removed
fn f(a: i32, b: i32) -> i32 {
    if a > b { a } else { b }
}

fn main() {
    println!("{} {}", f(3, 8), f(9, 2));
}
