//~ family: E0308-reference-removed
//~ vary sail: sail | mast | keel
//~ vary ends_with: ends_with | starts_with
use std::collections::BTreeMap;

struct Glossary {
    meanings: BTreeMap<String, String>,
}

impl Glossary {
    fn define(mut self, term: &str, meaning: &str) -> Self {
        self.meanings.insert(term.to_lowercase(), meaning.to_string());
        self
    }

    fn related(&self, term: &String) -> Vec<&str> {
        let mut found = Vec::new();
        for (other, meaning) in &self.meanings {
            if other != term && meaning.contains(term.as_str()) {
                found.push(other.as_str());
            }
        }
        found
    }
}

fn plural(word: &str) -> String {
    let ending = if word.ends_with('s') { "es" } else { "s" };
    [word, ending].concat()
}

fn main() {
    let glossary = Glossary { meanings: BTreeMap::new() }
        .define("sail", "cloth that catches wind")
        .define("Jib", "a small sail in front")
        .define("batten", "a stiff strip inside a sail");
    let wanted = "sail".to_string();
    let linked = glossary.related(&wanted);
    let heading = plural(&wanted);
    println!("{heading} <- {}", linked.join(", "));
}
