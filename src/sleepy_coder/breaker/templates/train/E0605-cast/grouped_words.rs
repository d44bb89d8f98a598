//~ family: E0605-cast
//~ vary to_uppercase: to_uppercase | to_lowercase
use std::collections::{BTreeMap, BTreeSet};

struct Groups {
    by_size: BTreeMap<usize, BTreeSet<String>>,
    longest: String,
}

fn group(text: &str) -> Groups {
    let mut by_size: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let mut longest = String::new();
    for word in text.split(' ') {
        if word.len() > longest.len() {
            longest = word.to_uppercase();
        }
        by_size.entry(word.len()).or_default().insert(word.to_string());
    }
    Groups { by_size, longest }
}

fn main() {
    let groups = group("we saw an owl in oak woods");
    for (size, words) in groups.by_size {
        let sample = words.into_iter().next();
        println!("{} letters: {:?}", size, sample);
    }
    let longest = groups.longest;
    println!("longest {}", longest);
}
