//~ family: E0119-derived-too
use std::fmt::{Debug, Formatter, Result};

#[derive(Clone, Copy)]
enum Token<'t> {
    Name(&'t str),
    Number(i64),
}

impl Debug for Token<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Token::Name(name) => f.write_str(name),
            Token::Number(number) => write!(f, "#{number}"),
        }
    }
}

impl PartialEq for Token<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Token::Name(a), Token::Name(b)) => a.eq_ignore_ascii_case(b),
            (Token::Number(a), Token::Number(b)) => a == b,
            _ => false,
        }
    }
}

/// Where the next token starts.
pub struct Cursor {
    pub at: usize,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { at: 1 }
    }
}

fn main() {
    let tokens = [Token::Name("Let"), Token::Number(4), Token::Name("LET")];
    let cursor = Cursor::default();
    println!("{:?} {}", &tokens[cursor.at..], tokens[0] == tokens[2]);
}
