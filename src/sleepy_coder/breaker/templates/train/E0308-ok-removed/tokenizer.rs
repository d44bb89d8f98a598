//~ family: E0308-ok-removed
//~ vary u64: u64 | u32 | i64
use std::iter::Peekable;
use std::str::Chars;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(u64),
    Word(String),
    Symbol(char),
}

#[derive(Debug)]
struct LexError {
    at: usize,
    found: char,
}

struct Lexer<'s> {
    chars: Peekable<Chars<'s>>,
    at: usize,
}

impl Lexer<'_> {
    fn take_while(&mut self, keep: fn(&char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(symbol) = self.chars.next_if(keep) {
            taken.push(symbol);
            self.at += 1;
        }
        taken
    }
}

impl Iterator for Lexer<'_> {
    type Item = Result<Token, LexError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.take_while(|c| c.is_whitespace());
        let token = match *self.chars.peek()? {
            '0'..='9' => {
                let digits = self.take_while(char::is_ascii_digit);
                Ok(Token::Number(digits.parse().unwrap_or(0)))
            }
            'a'..='z' => Ok(Token::Word(self.take_while(char::is_ascii_lowercase))),
            symbol @ ('+' | '(' | ')') => {
                self.chars.next();
                Ok(Token::Symbol(symbol))
            }
            found => {
                self.chars.next();
                Err(LexError { at: self.at, found })
            }
        };
        Some(token)
    }
}

fn main() {
    for item in (Lexer { chars: "sum + (40 ?".chars().peekable(), at: 0 }) {
        match item {
            Ok(token) => println!("{token:?}"),
            Err(LexError { at, found }) => println!("{found} at {at}"),
        }
    }
}
