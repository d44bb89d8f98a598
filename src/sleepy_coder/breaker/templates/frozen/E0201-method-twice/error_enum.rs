//~ family: E0201-method-twice
use std::error::Error;
use std::fmt::{Display, Formatter};
use std::num::ParseFloatError;

#[derive(Debug)]
enum Bad {
    Number(ParseFloatError),
    Negative(f64),
}

impl Display for Bad {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Bad::Number(_)) { "not a number" } else { "negative" })
    }
}

impl From<ParseFloatError> for Bad {
    fn from(error: ParseFloatError) -> Bad {
        Bad::Number(error)
    }
}

impl Error for Bad {}

fn root(text: &str) -> Result<f64, Bad> {
    let value: f64 = text.trim().parse()?;
    if value < 0.0 { Err(Bad::Negative(value)) } else { Ok(value.sqrt()) }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:.2}", root(" 42.25 ")?);
    for text in ["-4", "four"] {
        match root(text) {
            Err(Bad::Negative(value)) => println!("negative {value}"),
            other => println!("{}", other.map_or_else(|bad| bad.to_string(), |root| root.to_string())),
        }
    }
    Ok(())
}
