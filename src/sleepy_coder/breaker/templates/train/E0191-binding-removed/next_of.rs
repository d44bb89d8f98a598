//~ family: E0191-binding-removed
fn next(i: &mut dyn Iterator<Item = u8>) -> Option<u8> {
    i.next()
}
struct S(Box<dyn DoubleEndedIterator<Item = char>>);
fn main() {
    let mut s = S(Box::new("xyz".chars()));
    let v: [&mut dyn ExactSizeIterator<Item = i8>; 1] = [&mut [2, 9].into_iter()];
    println!("{:?} {:?} {}", next(&mut (4..7)), s.0.next_back(), v[0].len());
}
