//~ family: E0308-question-removed
use std::convert::TryFrom;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Channel {
    Red,
    Green,
    Other(u8),
}

#[derive(Debug)]
struct Unknown;

impl TryFrom<char> for Channel {
    type Error = Unknown;

    fn try_from(mark: char) -> Result<Self, Self::Error> {
        match mark {
            'r' => Ok(Channel::Red),
            'g' => Ok(Channel::Green),
            '0'..='9' => Ok(Channel::Other(mark as u8 - b'0')),
            _ => Err(Unknown),
        }
    }
}

fn first_mark(code: &str) -> Result<char, Unknown> {
    code.chars().next().ok_or(Unknown)
}

fn shade(channel: Channel, depth: usize) -> String {
    match channel {
        Channel::Other(number) => "~".repeat(depth + usize::from(number)),
        named => format!("{named:?}/{depth}"),
    }
}

fn describe(code: &str, depth: Option<&str>) -> Result<String, Unknown> {
    let depth: usize = match depth {
        Some(text) => text.parse().map_err(|_| Unknown)?,
        None => 0,
    };
    if first_mark(code)? == '#' {
        let inner: String = describe(&code[1..], None)?;
        return Ok(inner.to_uppercase());
    }
    let channel = Channel::try_from(first_mark(code)?)?;
    Ok(shade(channel, depth))
}

fn main() {
    for (code, depth) in [("red", Some("4")), ("#green", None), ("3", Some("x")), ("", None)] {
        match describe(code, depth) {
            Ok(text) => println!("{text}"),
            Err(Unknown) => println!("unknown"),
        }
    }
}
