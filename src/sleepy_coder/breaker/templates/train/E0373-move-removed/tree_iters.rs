//~ family: E0373-move-removed
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
struct Entry {
    key: String,
    level: usize,
}

struct Index {
    entries: BTreeMap<u32, Vec<Entry>>,
}

impl Index {
    fn at_level(&self, level: usize) -> impl Iterator<Item = &Entry> {
        self.entries.values().flatten().filter(move |entry| entry.level == level)
    }

    fn pairs<'i>(&'i self, prefix: &'i str) -> Vec<(u32, &'i str)> {
        self.entries
            .iter()
            .flat_map(|(page, list)| list.iter().map(move |entry| (*page, entry)))
            .filter_map(|(page, entry)| Some((page, entry.key.strip_prefix(prefix)?)))
            .collect()
    }
}

fn spaced(offset: usize, words: Vec<String>) -> Box<dyn Iterator<Item = String>> {
    let indent = " ".repeat(offset % 4);
    Box::new(words.into_iter().map(move |word| format!("{indent}{word}")))
}

fn grid(columns: u32, rows: u32) -> impl Iterator<Item = u32> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| row * 10 + column))
}

fn main() {
    let entry = |key: &str, level| Entry { key: key.to_string(), level };
    let entries = BTreeMap::from([(3, vec![entry("sub-net", 1)]), (8, vec![entry("sub-set", 2), entry("top", 1)])]);
    let index = Index { entries };
    println!("{:?}", index.pairs("sub-"));
    let keys = index.at_level(1).map(|entry| entry.key.clone()).collect();
    spaced(2, keys).for_each(|line| println!("{line}"));
    println!("{}", grid(3, 2).sum::<u32>());
}
