//~ family: parse-arrow
fn f(n: i32) -> i32 {
    match n {
        0 => 0,
        n if n < 0 => -1,
        _ => 1,
    }
}

fn main() {
    println!("{} {} {}", f(-4), f(0), f(9));
}
