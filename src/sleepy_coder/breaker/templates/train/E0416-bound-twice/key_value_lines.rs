//~ family: E0416-bound-twice
use std::collections::BTreeMap;

fn keys(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some((key, _)) = line.split_once('=') {
            found.push(key);
        }
    }
    found
}

fn main() {
    println!("{:?}", keys("colour=red\nplain\nsize=12"));
    let scores = BTreeMap::from([(3, "ann"), (8, "bea")]);
    let numbers: Vec<i32> = scores.iter().map(|(number, _)| number * 10).collect();
    println!("{numbers:?}");
    if let Some((top, _)) = scores.last_key_value() {
        println!("best {top}");
    }
}
