//~ family: E0449-pub-added
use std::cmp::{Ordering, Reverse};
use std::ops::{Deref, RangeInclusive};

#[derive(PartialEq, Eq)]
pub struct Span(pub RangeInclusive<i32>);

impl Span {
    pub fn width(&self) -> i32 {
        self.0.end() - self.0.start()
    }
}

impl Ord for Span {
    fn cmp(&self, other: &Span) -> Ordering {
        self.width().cmp(&other.width())
    }
}

impl PartialOrd for Span {
    fn partial_cmp(&self, other: &Span) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Deref for Span {
    type Target = RangeInclusive<i32>;

    fn deref(&self) -> &RangeInclusive<i32> {
        &self.0
    }
}

fn main() {
    let mut spans = vec![Span(1..=4), Span(-3..=9), Span(5..=6)];
    spans.sort_by_key(|span| Reverse(span.width()));
    let widest = spans.iter().max().map(|span| span.width());
    println!("{widest:?} {} {}", spans[0].contains(&8), spans[2].contains(&8));
}
