//~ family: E0505-use-removed
//~ edition: 2024
use std::collections::HashMap;
use std::error::Error;

#[derive(Default)]
struct Config {
    values: HashMap<String, String>,
    path: Option<String>,
}

trait Reload {
    fn reload(self, line: &str) -> Config;
}

impl Reload for Config {
    fn reload(mut self, line: &str) -> Config {
        if let Some((key, value)) = line.split_once('=') {
            self.values.insert(key.to_string(), value.to_string());
        }
        self
    }
}

fn missing(config: &Config) -> impl Error + use<> {
    let path = config.path.as_deref().unwrap_or("memory");
    std::io::Error::other(format!("nothing in {path}"))
}

fn keys<'a>(config: &Config, sorted: &'a mut Vec<String>) -> impl IntoIterator<Item = &'a String> + use<'a> {
    sorted.extend(config.values.keys().cloned());
    sorted.sort();
    sorted.iter()
}

fn main() {
    let mut sorted = vec![String::from("extra")];
    let config = Config::default().reload("depth=4");
    let error = missing(&config);
    let config = config.reload("width=9");
    println!("{error}");
    let listed = keys(&config, &mut sorted);
    let config = config.reload("height=7");
    for key in listed {
        println!("{key}");
    }
    println!("{}", config.values.len());
}
