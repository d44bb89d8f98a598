//~ family: lifetime-bound-removed
use std::fmt::Debug;
fn d(t: &[u8]) -> Box<dyn Debug + '_> {
    Box::new(t)
}
fn k<'a>(t: &'a str) -> [Box<dyn Debug + 'a>; 1] {
    [Box::new(t)]
}
fn main() {
    println!("{:?} {:?}", d(&[2]), k("e"));
}
