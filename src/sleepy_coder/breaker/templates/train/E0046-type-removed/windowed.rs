//~ family: E0046-type-removed
struct Pairs<I: Iterator> {
    inner: I,
    held: Option<I::Item>,
}

impl<I> Iterator for Pairs<I>
where
    I: Iterator,
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<(I::Item, I::Item)> {
        let before = match self.held.take() {
            Some(item) => item,
            None => self.inner.next()?,
        };
        let after = self.inner.next()?;
        self.held = Some(after.clone());
        Some((before, after))
    }
}

struct Words<'t>(&'t str);

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let start = self.0.find(|letter: char| letter.is_alphanumeric())?;
        let rest = &self.0[start..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let (word, rest) = rest.split_at(end);
        self.0 = rest;
        Some(word)
    }
}

fn main() {
    let text = "up, down; up. left";
    for (before, after) in (Pairs { inner: Words(text), held: None }) {
        println!("{before} then {after}");
    }
}
