//~ family: E0507-borrow-removed
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq)]
enum Setting {
    Flag(bool),
    Text(String),
}

struct Layer {
    origin: String,
    values: HashMap<String, Setting>,
    comments: Option<Vec<String>>,
}

struct Config {
    layers: [Layer; 2],
}

impl Config {
    fn lookup(&self, key: &str) -> Option<(String, &Setting)> {
        self.layers.iter().rev().find_map(|layer| {
            let found = layer.values.get(key)?;
            let origin = layer.origin.clone();
            Some((origin, found))
        })
    }

    fn base(&self) -> &Layer {
        let [base, _] = &self.layers;
        base
    }

    fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for (key, setting) in &self.base().values {
            keys.push(if *setting == Setting::Flag(true) { format!("+{key}") } else { key.to_string() });
        }
        keys.sort();
        keys
    }

    fn notes(&self, place: usize) -> usize {
        let layer = &self.layers[place % self.layers.len()];
        let mut words = layer.origin.len();
        if let Some(list) = layer.comments.as_ref().filter(|list| list.len() < 20) {
            words += list.len();
        }
        words
    }

    fn comment_lines(&self) -> usize {
        self.layers.iter().map(|layer| layer.comments.as_ref().map_or(0, |lines| lines.len())).sum()
    }
}

fn layer(origin: &str, entries: Vec<(&str, Setting)>) -> Layer {
    let values = entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
    Layer { origin: origin.to_string(), values, comments: Some(vec![format!("from {origin}")]) }
}

fn main() {
    let file = layer("file", vec![("color", Setting::Flag(true)), ("theme", Setting::Text("dark".into()))]);
    let shell = layer("shell", vec![("theme", Setting::Text("light".into()))]);
    let config = Config { layers: [file, shell] };
    println!("{:?} {:?}", config.lookup("theme"), config.keys());
    println!("{} {}", config.comment_lines(), config.notes(3));
}
