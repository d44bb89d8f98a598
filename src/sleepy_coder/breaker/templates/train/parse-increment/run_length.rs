//~ family: parse-increment
use std::collections::BTreeMap;

fn encode(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        let mut run = 1;
        while rest.next_if_eq(&letter).is_some() {
            run += 1;
        }
        out.push_str(&format!("{run}{letter}"));
    }
    out
}

fn lengths(words: &[&str]) -> BTreeMap<usize, u32> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.len()).or_default() += 1;
    }
    counts
}

fn parity(bits: &[bool; 4]) -> [usize; 2] {
    let mut seen = [0; 2];
    bits.iter().for_each(|&bit| seen[bit as usize] += 1);
    seen[0] -= 1;
    seen
}

fn main() {
    println!("{} {:?}", encode("aaabcc"), lengths(&["an", "ox", "ran"]));
    println!("{:?}", parity(&[true, false, true, false]));
}
