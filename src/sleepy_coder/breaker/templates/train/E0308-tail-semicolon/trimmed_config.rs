//~ family: E0308-tail-semicolon
use std::collections::HashMap;
use std::num::ParseIntError;

enum ConfigError {
    Missing(&'static str),
    Number(ParseIntError),
}

struct Config {
    values: HashMap<String, String>,
}

impl Config {
    fn parse(text: &str) -> Self {
        let values = text
            .lines()
            .filter_map(|line| {
                let (key, value) = line.split_once('=')?;
                Some((key.trim().to_string(), value.trim().to_string()))
            })
            .collect();
        Self { values }
    }

    fn number(&self, key: &'static str) -> Result<u16, ConfigError> {
        let value = self.values.get(key).ok_or(ConfigError::Missing(key))?;
        value.parse().map_err(ConfigError::Number)
    }

    fn port(&self) -> u16 {
        match self.number("port") {
            Ok(port) if port > 0 => port,
            Ok(_) => {
                println!("port zero is no port");
                8080
            }
            Err(ConfigError::Number(error)) => {
                println!("{error}");
                80
            }
            Err(ConfigError::Missing(key)) => key.len() as u16,
        }
    }
}

fn main() {
    let config = Config::parse("port = 0\nname = web");
    println!("{}", config.port());
}
