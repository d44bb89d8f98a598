//~ family: E0308-question-removed
//~ vary parcel: parcel | letter | memo
//~ vary find: find | rfind
mod envelope {
    pub struct Envelope<'a> {
        pub tag: &'a str,
        pub inside: &'a str,
    }

    pub fn open(text: &str) -> Option<Envelope<'_>> {
        let begin = position(text, '<')?;
        let end = text.rfind('>')?;
        let inside = text.get(begin + 1..end)?;
        Some(Envelope { tag: text[..begin].trim(), inside })
    }

    fn position(text: &str, mark: char) -> Option<usize> {
        text.find(mark)
    }
}

use envelope::{open, Envelope};

fn inner_tag<'a>(text: &'a str) -> Option<&'a str> {
    let outer: Envelope<'a> = open(text)?;
    let inner: Envelope<'a> = open(outer.inside)?;
    Some(inner.tag)
}

fn depth(text: &str) -> u32 {
    open(text).map_or(0, |found| 1 + depth(found.inside))
}

fn main() {
    let wrapped = "parcel<box<note<hello>>>";
    println!("{:?} at depth {}", inner_tag(wrapped), depth(wrapped));
    println!("{:?}", inner_tag("plain <text"));
}
