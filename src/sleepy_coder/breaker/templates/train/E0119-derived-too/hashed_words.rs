//~ family: E0119-derived-too
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

#[derive(Debug, Clone)]
struct Word {
    text: String,
    line: usize,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text.to_lowercase() == other.text.to_lowercase()
    }
}

impl Eq for Word {}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.to_lowercase().hash(state);
    }
}

fn main() {
    let text = "The sea\nthe Sea\nsky";
    let words: HashSet<Word> = text
        .lines()
        .enumerate()
        .flat_map(|(line, row)| row.split(' ').map(move |word| Word { text: word.to_string(), line }))
        .collect();
    println!("{} words", words.len());
    println!("{}", words.iter().map(|word| word.line).max().unwrap_or(0));
}
