//~ family: E0614-deref
//~ vary is_ascii_uppercase: is_ascii_uppercase | is_ascii_lowercase | is_ascii_alphabetic
//~ vary usize: usize | u32 | i64
use std::collections::BTreeMap;

fn tally(text: &str) -> BTreeMap<char, usize> {
    let mut seen = BTreeMap::new();
    for letter in text.chars() {
        if letter.is_ascii_uppercase() {
            let so_far: usize = seen.get(&letter).copied().unwrap_or(0);
            seen.insert(letter, so_far + 1);
        }
    }
    seen
}

fn main() {
    let text = "Abe And Bob Are Bad";
    let mut most: usize = 0;
    for (letter, times) in tally(text) {
        println!("{} {}", letter, times);
        most = if times > most { times } else { most };
    }
    println!("most {}", most);
}
