//~ family: E0782-dyn-removed
//~ vary Courier: Courier | Plumber | Inspector
use std::collections::HashMap;
use std::fmt::Debug;

#[derive(Debug)]
struct Courier {
    van: u32,
}

#[derive(Debug)]
enum Guest {
    Invited { host: String },
    Walkin,
}

fn badge(person: &dyn Debug) -> String {
    let text = format!("{person:?}");
    match text.split_once(' ') {
        Some((kind, _)) => format!("[{kind}]"),
        None => format!("[{text}]"),
    }
}

fn tally<'a>(people: impl Iterator<Item = &'a dyn Debug>) -> HashMap<String, u32> {
    let mut badges = HashMap::new();
    for person in people {
        *badges.entry(badge(person)).or_insert(0) += 1;
    }
    badges
}

fn main() {
    let courier = Courier { van: 17 };
    let guest = Guest::Invited { host: "Lena".to_string() };
    let everyone: Vec<&dyn Debug> = vec![&courier, &guest, &Guest::Walkin, &courier];
    let mut rows: Vec<_> = tally(everyone.into_iter()).into_iter().collect();
    rows.sort();
    println!("{rows:?}");
}
