//~ family: E0268-break
fn f(n: i32) -> i32 {
    if n < 0 {
        return 0;
    }
    n * 2
}

fn main() {
    println!("{} {}", f(-3), f(4));
}
