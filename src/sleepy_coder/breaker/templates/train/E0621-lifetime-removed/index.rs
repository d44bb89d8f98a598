//~ family: E0621-lifetime-removed
use std::collections::BTreeMap;

struct Index<'a> {
    words: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    fn new() -> Self {
        Index { words: BTreeMap::new() }
    }

    fn add(&mut self, line: &'a str) -> usize {
        for word in line.split(' ') {
            *self.words.entry(word).or_insert(0) += 1;
        }
        self.words.len()
    }

    fn most(&self, fallback: &'a str) -> &'a str {
        let best = self.words.iter().max_by_key(|(_, count)| **count);
        best.map_or(fallback, |(word, _)| word)
    }
}

fn main() {
    let mut index = Index::new();
    println!("{}", index.most("empty"));
    println!("{}", index.add("tick tock tick"));
    println!("{}", index.most("empty"));
}
