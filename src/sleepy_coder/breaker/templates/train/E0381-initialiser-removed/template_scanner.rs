//~ family: E0381-initialiser-removed
use std::collections::{BTreeSet, HashMap};

#[derive(Debug)]
struct Open {
    at: usize,
}

fn scan(text: &str) -> Result<BTreeSet<String>, Open> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut open: Option<Open> = None;
    let mut name: String = String::default();
    for (at, symbol) in text.char_indices() {
        match (symbol, &open) {
            ('{', None) => open = Some(Open { at }),
            ('}', Some(_)) => {
                names.insert(std::mem::take(&mut name));
                open = None;
            }
            (other, Some(_)) => name.push(other),
            _ => {}
        }
    }
    match open {
        Some(open) => Err(open),
        None => Ok(names),
    }
}

fn main() {
    let mut totals: HashMap<usize, u32> = HashMap::new();
    for text in ["dear {who}, {what} for {who}", "plain", "{half"] {
        match scan(text) {
            Ok(names) => *totals.entry(names.len()).or_default() += 1,
            Err(Open { at }) => println!("open at {at}"),
        }
    }
    let mut sizes: Vec<_> = totals.into_iter().collect();
    sizes.sort_unstable();
    println!("{sizes:?}");
}
