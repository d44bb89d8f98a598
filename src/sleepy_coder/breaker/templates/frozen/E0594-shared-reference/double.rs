//~ family: E0594-shared-reference
fn main() {
    let mut v = [1, 2, 3];
    for x in v.iter_mut() {
        *x *= 2;
    }
    if let Some(z) = v.last_mut() {
        *z = 50;
    }
    println!("{v:?}");
}
