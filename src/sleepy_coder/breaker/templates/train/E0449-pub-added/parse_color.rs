//~ family: E0449-pub-added
use std::fmt::{self, Display};
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Color {
    Plain(Shade),
    Rgb { red: u8, green: u8, blue: u8 },
}

#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
pub enum Shade {
    Dark = 1,
    Pale = 4,
}

#[derive(Debug)]
pub struct Unknown;

impl FromStr for Color {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "dark" => Color::Plain(Shade::Dark),
            "pale" => Color::Plain(Shade::Pale),
            other => Color::Rgb { red: other.parse().map_err(|_| Unknown)?, green: 0, blue: 9 },
        })
    }
}

impl Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Color::Plain(shade) => write!(f, "shade {}", shade as u8),
            Color::Rgb { red, green, blue } => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

fn main() {
    for text in ["pale", "dark", "77", "loud"] {
        println!("{}", text.parse::<Color>().map_or("?".to_string(), |color| color.to_string()));
    }
}
