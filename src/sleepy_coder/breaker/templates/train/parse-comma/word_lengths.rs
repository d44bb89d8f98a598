//~ family: parse-comma
//~ vary BTreeMap: BTreeMap | HashMap
use std::collections::{BTreeMap, BTreeSet};

fn by_length(words: &[&str], shortest: usize, longest: usize) -> Vec<(usize, usize)> {
    let mut lengths: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for word in words.iter().filter(|word| (shortest..=longest).contains(&word.len())) {
        lengths.entry(word.len()).or_default().insert(word.to_string());
    }
    let mut pairs: Vec<(usize, usize)> = lengths.iter().map(|(length, set)| (*length, set.len())).collect();
    pairs.sort();
    pairs
}

fn main() {
    let words = ["oak", "ash", "maple", "rowan", "willow", "oak"];
    println!("{:?}", by_length(&words, 3, 5));
    println!("{:?}", by_length(&words, 6, 9));
}
