//~ family: parse-arrow
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum ConfigError {
    Missing { key: &'static str },
    Number(ParseIntError),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing { key } => write!(f, "no {key}"),
            Self::Number(source) => {
                f.write_str("bad number: ")?;
                source.fmt(f)
            }
        }
    }
}

impl From<ParseIntError> for ConfigError {
    fn from(source: ParseIntError) -> Self {
        ConfigError::Number(source)
    }
}

fn port(text: &str) -> Result<u16, ConfigError> {
    for line in text.lines() {
        match line.split_once('=') {
            Some(("port", value)) => return Ok(value.trim().parse()?),
            Some((_, _)) | None => continue,
        }
    }
    Err(ConfigError::Missing { key: "port" })
}

fn main() {
    let texts = ["host=a\nport= 81", "port=x", ""];
    texts.iter().map(|text| port(text)).for_each(|outcome| match outcome {
        Ok(port) => println!("{port}"),
        Err(problem) => println!("{problem}"),
    });
}
