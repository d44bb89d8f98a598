//~ family: parse-colon
//~ vary u8: u8 | u16 | u32
use std::error::Error;
use std::fmt::{Display, Formatter};
use std::num::ParseIntError;
use std::str::FromStr;

#[derive(Debug)]
enum ClockError {
    Shape,
    Number(ParseIntError),
    Range { what: &'static str },
}

impl Display for ClockError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shape => f.write_str("want hh:mm"),
            Self::Number(inner) => Display::fmt(inner, f),
            Self::Range { what } => write!(f, "{what} is too large"),
        }
    }
}

impl Error for ClockError {}

#[derive(Default, PartialEq)]
struct Clock(u8, u8);

impl FromStr for Clock {
    type Err = ClockError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hours, minutes) = text.split_once(':').ok_or(ClockError::Shape)?;
        let hours: u8 = hours.parse().map_err(ClockError::Number)?;
        let minutes = u8::from_str(minutes).map_err(ClockError::Number)?;
        if hours > 23 {
            return Err(ClockError::Range { what: "the hour" });
        }
        Ok(Clock(hours, minutes))
    }
}

fn run(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
    let clock = Clock::from_str(text)?;
    if clock == Clock::default() {
        return Err(Box::from("midnight"));
    }
    Ok(u8::max(clock.0, clock.1))
}

fn main() {
    for text in ["9:30", "99:1", "x", "0:0"] {
        println!("{}", run(text).map_or_else(|error| error.to_string(), |most| most.to_string()));
    }
}
