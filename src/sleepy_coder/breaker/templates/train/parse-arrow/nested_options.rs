//~ family: parse-arrow
use std::collections::HashMap;

type Table = HashMap<&'static str, Option<Vec<u32>>>;

fn largest(table: &Table, key: &str) -> Result<u32, String> {
    let values = match table.get(key) {
        Some(Some(values)) => values,
        Some(None) => return Err(format!("{key} is empty")),
        None => return Err(format!("{key}?")),
    };
    match values.as_slice() {
        [] => Ok(0),
        [only] => Ok(*only),
        [first, .., last] if first > last => Ok(*first),
        [_, rest @ ..] => Ok(rest.iter().copied().max().unwrap_or_default()),
    }
}

fn classify(letter: char) -> u8 {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' => 1,
        'a'..='z' => 2,
        '0'..='9' => b'0',
        other if other.is_whitespace() => 3,
        _ => match letter.len_utf8() {
            1 => 4,
            bytes => bytes as u8 + 10,
        },
    }
}

fn main() {
    let table: Table = [("low", Some(vec![2, 9, 4])), ("one", Some(vec![6])), ("no", None)].into();
    for key in ["low", "one", "no", "what"] {
        let shown = largest(&table, key).map_or_else(
            |why| why.to_uppercase(),
            |value| match value {
                0 => String::from("zero"),
                value @ 1..=6 => "*".repeat(value as usize),
                value => value.to_string(),
            },
        );
        println!("{shown}");
    }
    println!("{:?}", "sø 4!".chars().map(classify).collect::<Vec<u8>>());
}
