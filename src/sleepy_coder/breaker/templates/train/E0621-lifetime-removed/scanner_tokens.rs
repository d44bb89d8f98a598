//~ family: E0621-lifetime-removed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Number(i64),
}

struct Scanner<'t> {
    rest: &'t str,
    names: HashMap<&'t str, usize>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Scanner<'t> {
        Scanner { rest: text.trim(), names: HashMap::new() }
    }

    fn restart(&mut self, text: &'t str) {
        self.rest = text;
    }

    fn declare(&mut self, names: &[&'t str]) -> &mut Self {
        for name in names {
            let number = self.names.len();
            self.names.insert(name, number);
        }
        self
    }

    fn next(&mut self) -> Option<Token<'t>> {
        let (word, rest) = self.rest.split_once(' ').unwrap_or((self.rest, ""));
        self.rest = rest;
        match word.parse() {
            Ok(number) => Some(Token::Number(number)),
            Err(_) if word.is_empty() => None,
            Err(_) => Some(Token::Word(word)),
        }
    }
}

fn or_word<'t>(token: Option<Token<'t>>, fallback: &'t str) -> Token<'t> {
    let Some(token) = token else {
        return Token::Word(fallback);
    };
    token
}

fn push_all<'t>(tokens: &mut Vec<Token<'t>>, more: &'t [String]) {
    tokens.extend(more.iter().map(|text| Token::Word(text)));
}

fn main() {
    let line = String::from("let x 42");
    let mut scanner = Scanner::new(&line);
    scanner.declare(&["x", "y"]);
    let mut tokens: Vec<Token> = std::iter::from_fn(|| scanner.next()).collect();
    tokens.push(or_word(scanner.next(), "end"));
    let more = ["a".to_string()];
    push_all(&mut tokens, &more);
    scanner.restart("7");
    println!("{tokens:?} {:?} {}", scanner.next(), scanner.names.len());
}
