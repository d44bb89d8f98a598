//~ family: E0515-local-returned
use std::collections::BTreeSet;

fn letters(words: &[String]) -> BTreeSet<char> {
    words
        .iter()
        .flat_map(|word| word.to_lowercase().chars().collect::<Vec<_>>())
        .filter(|letter| letter.is_alphabetic())
        .collect()
}

fn shortest<'a>(words: &'a [String], fallback: &'a str) -> &'a str {
    let found = words.iter().min_by_key(|word| word.len());
    if let Some(word) = found {
        return word.as_str();
    }
    fallback
}

fn main() {
    let words = vec![String::from("Reed"), String::from("Elm")];
    println!("{:?}", letters(&words));
    println!("{} {}", shortest(&words, "none"), shortest(&[], "none"));
}
