//~ family: parse-paren
fn twice(f: impl Fn(i32) -> i32) -> impl Fn(i32) -> i32 {
    move |x| f(f(x))
}

fn main() {
    let g = twice(|x| (x + 1) * 2);
    println!("{} {:?}", g(5), Some(g(0)).filter(|n| *n > 3));
}
