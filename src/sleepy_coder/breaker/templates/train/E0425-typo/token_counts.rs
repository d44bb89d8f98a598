//~ family: E0425-typo
//~ vary BTreeMap: BTreeMap | HashMap
//~ vary pebble: pebble | window | summer
//~ vary to_lowercase: to_lowercase | to_uppercase
use std::collections::BTreeMap;

const MIN_LENGTH: usize = 3;

fn normalise(word: &str) -> String {
    let stripped: String = word.chars().filter(|symbol| symbol.is_alphanumeric()).collect();
    stripped.to_lowercase()
}

fn histogram(text: &str) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for raw in text.split_whitespace() {
        let cleaned = normalise(raw);
        if cleaned.len() >= MIN_LENGTH {
            *counts.entry(cleaned).or_insert(0) += 1;
        }
    }
    counts
}

fn most_frequent(counts: &BTreeMap<String, u32>) -> Vec<&String> {
    let highest = counts.values().max().copied().unwrap_or_default();
    let mut winners: Vec<&String> = counts.keys().filter(|word| counts[*word] == highest).collect();
    winners.sort();
    winners
}

fn main() {
    let passage = "A pebble, the Pebble; the window of a pebble!";
    let counts = histogram(passage);
    let winners = most_frequent(&counts);
    println!("{} words, winners {winners:?}", counts.len());
}
