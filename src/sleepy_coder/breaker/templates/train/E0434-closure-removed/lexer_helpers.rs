//~ family: E0434-closure-removed
use std::collections::BTreeSet;

#[derive(Debug, PartialEq)]
enum Piece {
    Key(String),
    Plain(usize),
}

fn pieces(source: &str, keys: &BTreeSet<&str>) -> Vec<Piece> {
    let is_key = |word: &str| -> bool { keys.contains(word) };
    let mut found = Vec::new();
    for word in source.split_whitespace() {
        found.push(if is_key(word) {
            Piece::Key(word.to_string())
        } else {
            Piece::Plain(word.len())
        });
    }
    found
}

fn align(lines: &[&str], width: usize) -> Vec<String> {
    lines
        .iter()
        .map(|line| {
            let missing = width.saturating_sub(line.len());
            let pad = |side: usize, fill: &str| -> String { fill.repeat(missing / side) };
            format!("{}{line}{}", pad(2, "."), pad(3, "-"))
        })
        .collect()
}

fn search(haystack: &[i64], wanted: i64) -> Result<usize, usize> {
    let (mut low, mut high) = (0, haystack.len());
    let at = |place: usize| -> Option<&i64> {
        let shown = haystack.get(place);
        shown.filter(|value| **value >= 0)
    };
    let before = |value: &i64| -> bool { *value < wanted };
    while low < high {
        let middle = low + (high - low) / 2;
        match at(middle) {
            Some(value) if before(value) => low = middle + 1,
            _ => high = middle,
        }
    }
    if at(low) == Some(&wanted) {
        Ok(low)
    } else {
        Err(low)
    }
}

fn main() {
    println!("{:?}", pieces("if x then y", &BTreeSet::from(["if", "then"])));
    println!("{:?}", align(&["ab", "longer"], 8));
    println!("{:?} {:?}", search(&[1, 4, 9, 16], 9), search(&[1, 4], 3));
}
