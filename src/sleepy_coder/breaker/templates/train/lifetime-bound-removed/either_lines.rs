//~ family: lifetime-bound-removed
use std::fmt::{self, Display};

type Lines<'t> = Box<dyn DoubleEndedIterator<Item = &'t str> + 't>;

struct Joined<'a, 'b> {
    left: &'a dyn Display,
    right: &'b (dyn Display + 'b),
}

impl Display for Joined<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.left, self.right)
    }
}

fn ordered<'t>(text: &'t str, reverse: bool) -> Lines<'t> {
    if reverse {
        Box::new(text.lines().rev())
    } else {
        Box::new(text.lines())
    }
}

fn numbered<'t>(text: &'t str, from: &'t usize) -> Box<dyn Iterator<Item = (usize, &'t str)> + 't> {
    Box::new(ordered(text, false).enumerate().map(move |(at, line)| (at + from, line)))
}

fn shown<'s>(parts: &'s [String]) -> (usize, Vec<Box<dyn Display + 's>>) {
    let mut out: Vec<Box<dyn Display + 's>> = Vec::with_capacity(parts.len());
    for part in parts {
        out.push(Box::new(part.as_str()));
    }
    (out.len(), out)
}

fn main() {
    let text = String::from("one\ntwo\nthree");
    println!("{:?} {:?}", ordered(&text, true).next(), numbered(&text, &4).last());
    let parts = ["x".to_string(), text];
    let (count, made) = shown(&parts);
    println!("{count} {}", Joined { left: &count, right: made[0].as_ref() });
}
