//~ family: E0308-match-arm
use std::collections::HashMap;

fn plural(count: usize, word: &str) -> String {
    let ending = match count {
        1 => String::new(),
        2..=4 => "s".into(),
        _ => "s!".into(),
    };
    format!("{count} {word}{ending}")
}

fn main() {
    let mut names: HashMap<char, &str> = HashMap::new();
    names.insert('a', "apple");
    names.insert('p', "pear");
    let label = |letter: char| {
        let text = match names.get(&letter) {
            Some(name) if letter == 'p' => format!("{name}!"),
            Some(name) => name.to_string(),
            None => letter.to_string(),
        };
        text.len()
    };
    let sizes: Vec<usize> = "apz".chars().map(label).collect();
    let stock = [1, 3, 9].iter().map(|count| plural(*count, "box")).collect::<Vec<_>>();
    let first = match stock.first() {
        None => "none".to_string(),
        Some(line) => line.clone(),
    };
    println!("{sizes:?} {first} {}", stock.join(", "));
}
