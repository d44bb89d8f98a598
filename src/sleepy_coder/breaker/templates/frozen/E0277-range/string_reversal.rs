//~ family: E0277-range
//~ vary to_lowercase: to_lowercase | to_uppercase | to_string
use std::collections::BTreeMap;

fn is_mirror(word: &str) -> bool {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let size = letters.len();
    for front in 0..size {
        if letters[front] != letters[size - front - 1] {
            return false;
        }
    }
    true
}

fn main() {
    let words = ["Rotor", "crate", "Level", "noon"];
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for k in 0..words.len() {
        *sizes.entry(words[k].len()).or_default() += 1;
        println!("{} {}", words[k], is_mirror(words[k]));
    }
    println!("{:?}", sizes);
}
