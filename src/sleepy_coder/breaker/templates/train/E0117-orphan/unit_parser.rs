//~ family: E0117-orphan
use std::str::FromStr;

#[derive(Debug)]
enum Length {
    Metres(f64),
    Feet(f64),
}

#[derive(Debug)]
enum LengthError {
    NoUnit,
    BadNumber(String),
}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim_end_matches(char::is_alphabetic);
        let value: f64 = digits.parse().map_err(|_| LengthError::BadNumber(digits.to_owned()))?;
        match &text[digits.len()..] {
            "m" => Ok(Length::Metres(value)),
            "ft" => Ok(Length::Feet(value)),
            _ => Err(LengthError::NoUnit),
        }
    }
}

impl From<Length> for f64 {
    fn from(length: Length) -> f64 {
        match length {
            Length::Metres(value) => value,
            Length::Feet(value) => value * 0.3048,
        }
    }
}

fn main() {
    for text in ["4m", "12ft", "abc", "9"] {
        match text.parse::<Length>() {
            Ok(length) => println!("{:.2}", f64::from(length)),
            Err(LengthError::BadNumber(digits)) => println!("no number: '{digits}'"),
            Err(problem) => println!("{problem:?}"),
        }
    }
}
