//~ family: E0004-guard
fn f(n: i32) -> i32 {
    match n {
        n if n < 0 => -n,
        n => n * 2,
    }
}

fn main() {
    println!("{} {}", f(-4), f(6));
}
