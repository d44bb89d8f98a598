//~ family: E0599-method-typo
//~ vary BTreeSet: BTreeSet | HashSet
use std::collections::BTreeSet;

fn clean(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase())
        .collect()
}

fn repeated(words: &[String]) -> usize {
    let mut seen = BTreeSet::new();
    let mut twice = 0;
    for word in words {
        if seen.contains(word) {
            twice += 1;
        }
        seen.insert(word.clone());
    }
    twice
}

fn main() {
    let words = clean("The cat, the hat; THE end.");
    let count = repeated(&words);
    println!("{} {count}", words.join(" "));
}
