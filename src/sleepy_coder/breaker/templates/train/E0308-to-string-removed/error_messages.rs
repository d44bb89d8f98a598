//~ family: E0308-to-string-removed
use std::fmt;

#[derive(Debug)]
enum Problem {
    Missing(String),
    Bad { key: String, value: String },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Problem::Missing(key) => write!(f, "no {key}"),
            Problem::Bad { key, value } => write!(f, "{key} cannot be {value}"),
        }
    }
}

fn lookup(pairs: &[(&str, &str)], key: &str) -> Result<String, Problem> {
    for (name, value) in pairs {
        if *name == key {
            return Ok(value.to_string());
        }
    }
    Err(Problem::Missing(key.to_owned()))
}

fn number(pairs: &[(&str, &str)], key: &str) -> Result<u32, Problem> {
    let value = lookup(pairs, key)?;
    value.parse().map_err(|_| Problem::Bad {
        key: key.to_string(),
        value,
    })
}

fn main() {
    let pairs = [("speed", "70"), ("gear", "low")];
    for key in ["speed", "gear", "fuel"] {
        match number(&pairs, key) {
            Ok(value) => println!("{value}"),
            Err(problem) => println!("{problem}"),
        }
    }
}
