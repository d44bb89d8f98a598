//~ family: E0252-import-twice
use std::collections::HashMap;
use std::fmt::Display;

fn counts(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in text.split(' ') {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn line(label: &str, value: impl Display) -> String {
    format!("{label:>6}: {value}")
}

fn main() {
    let counts = counts("red blue red green red");
    println!("{}", line("red", counts["red"]));
    println!("{}", line("kinds", counts.len()));
}
