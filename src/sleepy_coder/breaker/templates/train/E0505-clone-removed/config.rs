//~ family: E0505-clone-removed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
struct Config {
    values: BTreeMap<String, i32>,
}

impl Config {
    fn with(mut self, key: &str, value: i32) -> Config {
        self.values.insert(key.to_string(), value);
        self
    }

    fn get(&self, key: &str) -> Option<&i32> {
        self.values.get(key)
    }
}

fn widened(base: Config) -> String {
    let width = base.get("width");
    let wide = base.clone().with("width", 120);
    format!("{:?} became {:?}", width, wide.get("width"))
}

fn main() {
    let base = Config::default().with("width", 80).with("tab", 4);
    println!("{}", widened(base.clone()));
    let tab = base.get("tab");
    let narrow = base.clone().with("tab", 2).with("width", 60);
    println!("{:?} became {:?}", tab, narrow);
}
