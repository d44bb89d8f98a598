//~ family: static_mut_refs-raw-removed
//~ edition: 2024
static mut T: [u8; 3] = [1, 2, 3];
fn at(i: usize) -> u8 {
    unsafe { (*(&raw const T))[i] }
}
fn main() {
    let p = unsafe { &mut *(&raw mut T) };
    p.reverse();
    println!("{}", at(0));
}
