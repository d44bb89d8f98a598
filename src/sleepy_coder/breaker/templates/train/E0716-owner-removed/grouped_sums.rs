//~ family: E0716-owner-removed
use std::collections::BTreeMap;

type Groups = BTreeMap<char, Vec<String>>;

fn grouped(words: &str) -> Groups {
    let mut groups = Groups::new();
    for word in words.split_whitespace() {
        let initial = word.chars().next().unwrap_or('-');
        groups.entry(initial).or_default().push(word.to_lowercase());
    }
    groups
}

fn largest(words: &str) -> Option<(char, usize)> {
    let groups = grouped(words);
    let best = groups.iter().max_by_key(|(_, list)| list.len());
    best.map(|(initial, list)| (*initial, list.len()))
}

fn main() {
    let text = "plum pear apple peach Quince";
    println!("{:?}", largest(text));
    if let Some(limit) = text.find("ea") {
        let half = grouped(&text[..limit]);
        let under_p = half.get(&'p').map(Vec::as_slice).unwrap_or_default();
        for word in under_p {
            println!("{word}");
        }
    }
    let lengths = [4, 9, 2].map(|n| n * text.len()).to_vec();
    let (first, rest) = lengths.split_first().expect("three lengths");
    println!("{first} {}", rest.len());
}
