//~ family: E0070-deref-removed
use std::cell::RefCell;
fn b<'a>(x: &'a mut u8, y: &'a mut u8) -> &'a mut u8 {
    std::cmp::max(x, y)
}
fn main() {
    let (mut x, mut y) = (3, 4);
    *b(&mut x, &mut y) = 1;
    let c = RefCell::new((x, y));
    *c.borrow_mut() = (9, y);
    *Box::leak(Box::new(y)) = 2;
    println!("{c:?}");
}
