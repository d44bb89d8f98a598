//~ family: E0308-to-string-removed
//~ vary HashMap: HashMap | BTreeMap
//~ vary theme: theme | layout | locale
//~ vary trim: trim | trim_start
use std::collections::HashMap;

struct Config {
    values: HashMap<String, String>,
}

impl Config {
    fn read(text: &str) -> Config {
        let mut values = HashMap::new();
        for line in text.lines() {
            if let Some((key, value)) = line.split_once('=') {
                values.insert(key.trim().to_string(), value.trim().to_string());
            }
        }
        Config { values }
    }

    fn value_or(&self, key: &str, fallback: &str) -> String {
        self.values.get(key).cloned().unwrap_or(fallback.to_string())
    }
}

fn main() {
    let config = Config::read("theme = dark\nfont= mono\nbroken line\nsize =14");
    let size: i32 = config.value_or("size", "10").parse().unwrap_or(10);
    println!("{} {}", config.value_or("theme", "light"), size);
    println!("{}", config.value_or("margin", "none"));
}
