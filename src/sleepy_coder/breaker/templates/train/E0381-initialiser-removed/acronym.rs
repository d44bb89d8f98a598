//~ family: E0381-initialiser-removed
use std::collections::BTreeMap;

fn acronym(phrase: &str) -> String {
    let mut letters: String = String::new();
    for word in phrase.split_whitespace() {
        if let Some(first) = word.chars().next() {
            letters.push(first.to_ascii_uppercase());
        }
    }
    letters
}

fn grouped(phrases: &[&str]) -> BTreeMap<usize, Vec<String>> {
    let mut groups: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for phrase in phrases {
        let short = acronym(phrase);
        groups.entry(short.len()).or_default().push(short);
    }
    groups
}

fn main() {
    let phrases = ["random access memory", "graphics card", "as soon as possible"];
    for (length, shorts) in grouped(&phrases) {
        println!("{length}: {}", shorts.join(" "));
    }
}
