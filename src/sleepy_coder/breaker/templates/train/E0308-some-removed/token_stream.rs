//~ family: E0308-some-removed
use std::iter::Peekable;
use std::str::Chars;

#[derive(Debug, PartialEq)]
enum Token {
    Number(u32),
    Symbol(char),
}

struct Lexer<'s> {
    chars: Peekable<Chars<'s>>,
    last: Option<char>,
}

impl<'s> Iterator for Lexer<'s> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let first = self.chars.find(|one| !one.is_whitespace())?;
        self.last = Some(first);
        let Some(mut value) = first.to_digit(10) else {
            return Some(Token::Symbol(first));
        };
        while let Some(digit) = self.chars.peek().and_then(|one| one.to_digit(10)) {
            value = value * 10 + digit;
            self.chars.next();
        }
        Some(Token::Number(value))
    }
}

fn main() {
    let mut lexer = Lexer { chars: "12 + (7*30)".chars().peekable(), last: None };
    let tokens: Vec<Token> = lexer.by_ref().collect();
    println!("{tokens:?} {:?}", lexer.last == Some(')'));
}
