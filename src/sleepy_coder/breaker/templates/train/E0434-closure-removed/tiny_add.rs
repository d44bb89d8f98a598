//~ family: E0434-closure-removed
fn main() {
    let k = 40;
    let f = |x: i32| -> i32 { x + k };
    println!("{}", f(2));
}
