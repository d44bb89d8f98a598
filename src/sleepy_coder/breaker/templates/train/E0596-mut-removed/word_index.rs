//~ family: E0596-mut-removed
//~ vary BTreeMap: BTreeMap | HashMap
//~ vary river: river | meadow | harbor
use std::collections::BTreeMap;

fn index_words(text: &str) -> BTreeMap<char, Vec<&str>> {
    let mut index: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for word in text.split_whitespace() {
        if let Some(initial) = word.chars().next() {
            index.entry(initial).or_default().push(word);
        }
    }
    index
}

fn longest_bucket(index: &BTreeMap<char, Vec<&str>>) -> usize {
    index.values().map(|words| words.len()).max().unwrap_or(0)
}

fn main() {
    let index = index_words("red river runs near old oak near noon");
    println!("{} letters, longest bucket {}", index.len(), longest_bucket(&index));
    let mut rare = Vec::new();
    for (letter, words) in &index {
        if words.len() == 1 {
            rare.push(*letter);
        }
    }
    rare.sort();
    println!("rare: {rare:?}");
}
