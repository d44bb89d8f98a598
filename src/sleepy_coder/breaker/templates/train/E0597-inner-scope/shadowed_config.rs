//~ family: E0597-inner-scope
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::env;

#[derive(Clone, Copy, Debug)]
struct Setting<'s> {
    key: &'s str,
    value: &'s str,
}

fn merged(base: &str, extra: &str, strict: bool) -> usize {
    let mut best = Setting { key: "none", value: base };
    let joined = [base, extra].join("\n");
    for line in joined.lines() {
        if let Some((key, value)) = line.split_once('=') {
            best = Setting { key, value };
        }
    }
    let mut shown = vec![best];
    let upper = best.value.to_uppercase();
    while shown.len() < 2 {
        shown.push(Setting { value: &upper, ..best });
    }
    let mut seen = BTreeSet::new();
    for setting in &shown {
        let pair = format!("{}/{}", setting.key, setting.value);
        seen.insert(pair);
    }
    if strict { seen.len() } else { shown.len() }
}

fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let folded = text.to_lowercase();
    {
        for word in folded.split_whitespace() {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts.into_iter().map(|(word, times)| (word.to_string(), times)).collect()
}

fn main() {
    let extra = env::var("EXTRA").unwrap_or_default();
    println!("{} {:?}", merged("port=8", &extra, true), counted("A b a"));
}
