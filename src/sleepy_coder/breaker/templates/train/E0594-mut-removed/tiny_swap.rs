//~ family: E0594-mut-removed
fn bump(mut a: [u8; 3], i: usize) -> [u8; 3] {
    a[i % 3] += 1;
    a
}
fn main() {
    let mut t = (bump([1, 2, 3], 4), 'q');
    t.1 = 'r';
    let mut n = 0;
    (0..3).for_each(|i| n += i);
    println!("{t:?} {n}");
}
