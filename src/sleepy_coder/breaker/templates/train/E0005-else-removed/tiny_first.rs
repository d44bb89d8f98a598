//~ family: E0005-else-removed
fn show(v: &[i32]) {
    let Some(x) = v.first() else { return };
    println!("{x}");
}

fn main() {
    show(&[]);
    show(&[8, 3]);
}
