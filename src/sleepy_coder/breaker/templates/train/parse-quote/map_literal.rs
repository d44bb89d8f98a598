//~ family: parse-quote
use std::collections::BTreeMap;

fn glossary() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut words = BTreeMap::new();
    words.insert("mast", vec!["pole", "spar"]);
    words.entry("hull").or_insert_with(Vec::new).push("body");
    words
}

fn main() {
    let words = glossary();
    let count: usize = words.values().map(|senses| senses.len()).sum();
    println!("{count} senses");
    let hull = words.get("hull").and_then(|senses| senses.first());
    match hull {
        Some(sense) if sense.len() > 3 => println!("{sense}"),
        Some(_) | None => eprintln!("no hull"),
    }
    if words.contains_key("keel") {
        std::process::exit(3);
    }
}
