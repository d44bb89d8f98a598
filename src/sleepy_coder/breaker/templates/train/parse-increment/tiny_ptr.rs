//~ family: parse-increment
fn f(n: &mut u8, t: &mut (i8, i8)) {
    *n += 1;
    t.1 -= 1;
}
fn main() {
    let (mut n, mut t) = (1, (2, 3));
    f(&mut n, &mut t);
    t.0 += 1;
    println!("{n} {t:?}");
}
