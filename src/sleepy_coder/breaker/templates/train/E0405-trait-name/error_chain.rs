//~ family: E0405-trait-name
use std::error::Error;
use std::fmt::{self, Display, Formatter};

#[derive(Debug)]
enum LoadError {
    Missing(String),
    Number(std::num::ParseIntError),
}

impl Display for LoadError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Missing(key) => write!(f, "no {key}"),
            LoadError::Number(error) => write!(f, "{error}"),
        }
    }
}

impl Error for LoadError {}

impl From<std::num::ParseIntError> for LoadError {
    fn from(error: std::num::ParseIntError) -> Self {
        LoadError::Number(error)
    }
}

fn load(text: &str, key: &str) -> Result<i32, LoadError> {
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    let value = line.ok_or_else(|| LoadError::Missing(key.to_string()))?;
    Ok(value.trim_start_matches('=').parse()?)
}

fn total<I>(values: I) -> Result<i32, Box<dyn Error + Send>>
where
    I: IntoIterator<Item = Result<i32, LoadError>>,
{
    let mut sum = 0;
    for value in values {
        sum += value.map_err(|error| Box::new(error) as Box<dyn Error + Send>)?;
    }
    Ok(sum)
}

fn main() {
    let text = "width=4\nheight=x";
    for keys in [["width", "width"], ["width", "depth"], ["height", "width"]] {
        match total(keys.iter().map(|key| load(text, key))) {
            Ok(sum) => println!("{sum}"),
            Err(error) => println!("{error}"),
        }
    }
}
