//~ family: E0107-arguments-removed
use std::ops::{Range, RangeInclusive};

type Parsed<'s, T> = Option<(T, &'s str)>;
type Parser<T> = Box<dyn for<'s> Fn(&'s str) -> Parsed<'s, T>>;

fn one_of(wanted: RangeInclusive<char>) -> Parser<char> {
    Box::new(move |text| {
        let first = text.chars().next().filter(|c| wanted.contains(c))?;
        Some((first, &text[first.len_utf8()..]))
    })
}

fn many<T: 'static>(item: Parser<T>) -> Parser<Vec<T>> {
    Box::new(move |mut text| {
        let mut found = Vec::new();
        while let Some((value, rest)) = item(text) {
            found.push(value);
            text = rest;
        }
        Some((found, text))
    })
}

fn map<T: 'static, U: 'static>(inner: Parser<T>, change: fn(T) -> U) -> Parser<U> {
    Box::new(move |text| inner(text).map(|(value, rest)| (change(value), rest)))
}

trait Locate {
    fn spans(&self, found: &dyn Fn(char) -> bool) -> Vec<Range<usize>>;
}

impl Locate for str {
    fn spans(&self, found: &dyn Fn(char) -> bool) -> Vec<Range<usize>> {
        self.match_indices(found).map(|(at, part)| at..at + part.len()).collect()
    }
}

fn main() {
    let number: Parser<u32> = map(many(one_of('0'..='9')), |digits| digits.iter().filter_map(|d| d.to_digit(10)).sum());
    println!("{:?} {:?}", number("127ab"), "x-y".spans(&|c| c == '-'));
}
