//~ family: E0119-derived-too
use std::cmp::Ordering::{self, Equal, Greater, Less};

#[derive(Clone)]
struct Semver(Vec<u16>);

impl PartialEq for Semver {
    fn eq(&self, other: &Semver) -> bool {
        self.partial_cmp(other) == Some(Equal)
    }
}

impl PartialOrd for Semver {
    fn partial_cmp(&self, other: &Semver) -> Option<Ordering> {
        let width = self.0.len().max(other.0.len());
        let part = |version: &Semver, place: usize| version.0.get(place).copied().unwrap_or(0);
        (0..width).map(|place| part(self, place).cmp(&part(other, place))).find(|order| *order != Equal).or(Some(Equal))
    }
}

fn read(text: &str) -> Semver {
    Semver(text.split('.').flat_map(str::parse).collect())
}

fn main() {
    for (left, right) in [("1.4", "1.4.0"), ("2", "1.9.9"), ("0.3.1", "0.12")] {
        let word = match read(left).partial_cmp(&read(right)) {
            Some(Less) => "before",
            Some(Greater) => "after",
            _ => "same as",
        };
        println!("{left} {word} {right}: {}", read(left) == read(right));
    }
}
