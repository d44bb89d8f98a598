//~ family: E0282-turbofish-removed
//~ vary u16: u16 | u32 | u64
use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

struct Config<'t> {
    pairs: HashMap<&'t str, &'t str>,
}

impl<'t> Config<'t> {
    fn read(text: &'t str) -> Self {
        let pairs = text.lines().filter_map(|line| line.split_once('=')).collect();
        Config { pairs }
    }

    fn get<T: FromStr>(&self, key: &str) -> Option<T> {
        self.pairs.get(key)?.trim().parse().ok()
    }

    fn describe(&self) -> String {
        let keys = self.pairs.keys().copied().collect::<BTreeSet<_>>();
        let listed: Vec<String> = keys.iter().map(|key| key.to_uppercase()).collect();
        listed.join(" ")
    }
}

fn port(config: &Config) -> String {
    match config.get::<u16>("port") {
        Some(port) if port > 1000 => format!("high {port}"),
        Some(port) => format!("low {port}"),
        None => String::from("none"),
    }
}

fn main() {
    let config = Config::read("port = 8080\nname = web\nverbose = true");
    println!("{} {}", port(&config), config.describe());
    if config.get::<String>("verbose").is_some_and(|text| text.ends_with('e')) {
        println!("asked for");
    }
    let missing = config.get::<f64>("ratio").map_or(0.5, |ratio| ratio.sqrt());
    println!("{missing}");
}
