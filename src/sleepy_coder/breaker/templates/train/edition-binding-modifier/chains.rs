//~ family: edition-binding-modifier
//~ edition: 2024
use std::collections::BTreeMap;

fn long_names(ages: &BTreeMap<String, u8>, least: usize) -> Vec<&String> {
    ages.iter().filter(|(name, _)| name.len() >= least).map(|(name, _)| name).collect()
}

fn later(words: &[&str], least: usize) -> usize {
    words.iter().enumerate().filter(|(at, word)| word.len() > least && *at > 0).count()
}

fn main() {
    let ages = BTreeMap::from([("Bo".to_string(), 30), ("Astrid".to_string(), 71)]);
    println!("{:?}", long_names(&ages, 4));
    println!("{}", later(&["birch", "oak", "maple"], 3));
    let pairs = [(Some(4), "four"), (None, "none")];
    for (number, word) in &pairs {
        if let Some(number) = number {
            println!("{number} {word}");
        }
    }
}
