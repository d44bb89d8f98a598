//~ family: E0606-deref-removed
fn f(n: &u8, b: &bool) -> u64 {
    let k = *n as u64;
    k << *b as u64
}
fn main() {
    let v: Vec<i32> = [2i8, 5].iter().map(|x| *x as i32 - 3).collect();
    println!("{} {v:?}", f(&3, &true));
}
