//~ family: E0277-bound-removed
use std::fmt::Debug;
fn f<T: AsRef<[u8]>>(t: T) -> usize {
    <T as AsRef<[u8]>>::as_ref(&t).len()
}
fn g<T: Default + Debug>() -> String {
    let t = <T as Default>::default();
    format!("{t:?}")
}
fn main() {
    println!("{} {}", f("ab"), g::<Option<u8>>());
}
