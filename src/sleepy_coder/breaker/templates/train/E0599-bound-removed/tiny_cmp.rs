//~ family: E0599-bound-removed
fn hi<T: PartialOrd>(a: T, b: T) -> bool {
    a.gt(&b)
}

fn all<I>(i: I) -> usize
where
    I: Iterator,
{
    i.skip(1).count()
}

struct P<T>(T);

impl<T: AsRef<[u8]>> P<T> {
    fn n(&self) -> usize {
        self.0.as_ref().len()
    }
}

fn main() {
    println!("{} {} {}", hi(4, 2), all("abc".chars()), P("xy").n());
}
