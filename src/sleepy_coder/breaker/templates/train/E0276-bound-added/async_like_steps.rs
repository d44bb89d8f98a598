//~ family: E0276-bound-added
use std::borrow::Cow;
use std::collections::BTreeSet;

trait Transform {
    type Out<'a>
    where
        Self: 'a;

    fn feed<'a, S>(&'a self, text: S) -> Self::Out<'a>
    where
        S: Into<Cow<'a, str>>;

    fn unique<T, const MAX: usize>(&self, items: impl IntoIterator<Item = T>) -> BTreeSet<T>
    where
        T: Ord;

    fn either<L, R>(left: Option<L>, right: impl FnOnce() -> R) -> Result<L, R>;
}

struct Trim {
    prefix: &'static str,
}

impl Transform for Trim {
    type Out<'a> = Cow<'a, str>;

    fn feed<'a, S>(&'a self, text: S) -> Cow<'a, str>
    where
        S: Into<Cow<'a, str>>,
    {
        match text.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(self.prefix)),
            Cow::Owned(text) => Cow::Owned(text.replace(self.prefix, "")),
        }
    }

    fn unique<T, const MAX: usize>(&self, items: impl IntoIterator<Item = T>) -> BTreeSet<T>
    where
        T: Ord,
    {
        items.into_iter().take(MAX).collect()
    }

    fn either<L, R>(left: Option<L>, right: impl FnOnce() -> R) -> Result<L, R> {
        left.ok_or_else(right)
    }
}

fn main() {
    let trim = Trim { prefix: "--" };
    println!("{} {:?}", trim.feed("--all"), trim.unique::<_, 2>(['b', 'a', 'c']));
    println!("{:?}", Trim::either(None::<u8>, || trim.feed(String::from("x--y"))));
}
