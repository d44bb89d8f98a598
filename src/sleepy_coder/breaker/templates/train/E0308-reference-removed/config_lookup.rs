//~ family: E0308-reference-removed
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Debug)]
enum ConfigError {
    Missing(String),
    Invalid { key: String, found: String },
}

type Config = BTreeMap<String, String>;

fn text<'a>(config: &'a Config, key: &str) -> Result<&'a String, ConfigError> {
    config.get(key).ok_or_else(|| ConfigError::Missing(key.to_string()))
}

fn number(config: &Config, key: &String) -> Result<u16, ConfigError> {
    let found = text(config, key)?;
    found.parse().map_err(|_| ConfigError::Invalid { key: key.clone(), found: found.clone() })
}

fn report(out: &mut String, config: &Config, keys: &[String]) {
    for key in keys {
        let line = match number(config, key) {
            Ok(value) => format!("{key}={value}"),
            Err(ConfigError::Missing(key)) => format!("{key} is missing"),
            Err(ConfigError::Invalid { key, found }) => format!("{key}: {found} is no number"),
        };
        writeln!(out, "{line}").expect("text grows");
    }
}

fn main() {
    let mut config = Config::new();
    config.insert("port".into(), "80".into());
    config.insert("host".into(), "depot".into());
    let keys: Vec<String> = config.keys().cloned().chain([String::from("user")]).collect();
    let mut out = String::new();
    report(&mut out, &config, &keys);
    print!("{out}");
    let first: &String = &keys[0];
    println!("{first}");
}
