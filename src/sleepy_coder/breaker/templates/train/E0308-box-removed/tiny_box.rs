//~ family: E0308-box-removed
fn f(b: Box<i32>) -> i32 {
    *b * 2
}

fn main() {
    let n = f(Box::new(21));
    println!("{n}");
}
