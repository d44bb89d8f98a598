//~ family: E0434-closure-removed
fn main() {
    let k = [4, 9, 2];
    let f = |i: usize| -> i32 { k[i] * 2 };
    let d = 3;
    let g = |x: i32| -> bool { x % d == 0 };
    println!("{} {}", f(1), g(f(2)));
}
