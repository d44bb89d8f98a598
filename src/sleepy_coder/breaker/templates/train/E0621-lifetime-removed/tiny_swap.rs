//~ family: E0621-lifetime-removed
fn f<'a>(v: &mut Vec<&'a str>, s: &'a str) -> usize {
    v.push(s);
    v.len()
}

fn g<'a>(a: &'a [u8], b: &'a [u8], c: bool) -> [&'a [u8]; 2] {
    if c {
        [b, a]
    } else {
        [a, a]
    }
}

fn main() {
    println!("{} {:?}", f(&mut vec![], "x"), g(&[4], b"y", true));
}
