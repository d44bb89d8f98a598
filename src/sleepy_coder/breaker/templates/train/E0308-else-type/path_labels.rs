//~ family: E0308-else-type
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Entry {
    File { name: String, bytes: u64 },
    Folder(String),
}

struct Tree {
    entries: Vec<Entry>,
    aliases: HashMap<String, String>,
}

impl Tree {
    fn label(&self, at: usize) -> Option<String> {
        let entry = self.entries.get(at)?;
        let text = if let Entry::File { name, bytes } = entry {
            format!("{name} ({bytes})")
        } else if let Entry::Folder(name) = entry {
            name.to_owned() + "/"
        } else {
            String::from("?")
        };
        let shown =
            if self.aliases.contains_key(&text) { self.aliases[&text].clone() } else { text.as_str().to_string() };
        Some(shown + ";" + &text)
    }

    fn largest(&self) -> Vec<Entry> {
        let picked = if let [_, Entry::Folder(last)] = &self.entries[..] {
            vec![Entry::Folder(last.repeat(2))]
        } else {
            self.entries.to_vec()
        };
        picked
    }
}

fn main() {
    let entries = vec![Entry::File { name: "a.txt".into(), bytes: 120 }, Entry::Folder("src".into())];
    let tree = Tree { entries, aliases: HashMap::from([("src/".to_string(), "sources".to_string())]) };
    println!("{:?} {:?} {}", tree.label(0), tree.label(1), tree.largest().len());
}
