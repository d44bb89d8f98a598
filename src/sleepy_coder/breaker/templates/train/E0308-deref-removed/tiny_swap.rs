//~ family: E0308-deref-removed
fn swap(a: &mut u8, b: &mut u8) {
    let t = *a;
    *a = *b;
    *b = t;
}

fn main() {
    let (mut x, mut y) = (4, 9);
    swap(&mut x, &mut y);
    println!("{x} {y}");
}
