//~ family: edition-gen-keyword
//~ edition: 2024
use std::collections::BTreeMap;

fn tree(parents: &[(&str, &str)], root: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::from([(root.to_string(), 0)]);
    let mut r#gen = 0;
    loop {
        r#gen += 1;
        let next: Vec<&str> = parents
            .iter()
            .filter(|(parent, _)| found.get(*parent) == Some(&(r#gen - 1)))
            .map(|(_, child)| *child)
            .collect();
        if next.is_empty() {
            return found;
        }
        for child in next {
            found.insert(child.to_string(), r#gen);
        }
    }
}

fn main() {
    let parents = [("Ask", "Embla"), ("Embla", "Liv"), ("Embla", "Lif")];
    for (name, depth) in tree(&parents, "Ask") {
        println!("{name} {depth}");
    }
}
