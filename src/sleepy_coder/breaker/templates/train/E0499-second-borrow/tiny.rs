//~ family: E0499-second-borrow
fn main() {
    let mut v = vec![1, 2, 3];
    let a = &mut v[0];
    *a += 10;
    let b = &mut v[1];
    *b += 20;
    println!("{v:?}");
}
