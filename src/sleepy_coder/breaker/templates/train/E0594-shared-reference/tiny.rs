//~ family: E0594-shared-reference
fn inc(n: &mut u32) {
    *n += 1;
}

fn main() {
    let mut n = 4;
    inc(&mut n);
    println!("{n}");
}
