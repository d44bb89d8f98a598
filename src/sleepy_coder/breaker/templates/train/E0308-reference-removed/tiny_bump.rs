//~ family: E0308-reference-removed
fn bump(n: &mut i32, by: &i32) {
    *n += by;
}

fn main() {
    let (mut a, b) = (4, 9);
    bump(&mut a, &b);
    let c: &i32 = &a;
    println!("{c}");
}
