//~ family: parse-quote
use std::fmt;

#[derive(Debug)]
enum Fault {
    Short { wanted: usize, got: usize },
    Mark(char),
}

impl std::error::Error for Fault {}

fn check(code: &str) -> Result<u32, Box<dyn std::error::Error>> {
    if code.len() < 3 {
        return Err(Box::new(Fault::Short { wanted: 3, got: code.len() }));
    }
    match code.chars().find(|letter| !letter.is_ascii_digit()) {
        Some(letter) => Err(Fault::Mark(letter).into()),
        None => Ok(code.parse()?),
    }
}

fn main() {
    for code in ["12", "4x5", "907"] {
        match check(code) {
            Ok(number) => println!("fine {number}"),
            Err(fault) => println!("{fault}"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mark(mark) => write!(f, "{mark:?} is no digit"),
            Self::Short { wanted, got } => write!(f, "{got} letters instead of {wanted}"),
        }
    }
}
