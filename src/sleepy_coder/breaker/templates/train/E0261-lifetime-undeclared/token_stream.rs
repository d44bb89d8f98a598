//~ family: E0261-lifetime-undeclared
use std::str::Chars;

#[derive(Debug, PartialEq)]
enum Token<'src> {
    Word(&'src str),
    Sign(char),
}

struct Lexer<'src> {
    rest: &'src str,
}

impl<'src> Lexer<'src> {
    fn new(text: &'src str) -> Lexer<'src> {
        Lexer { rest: text }
    }

    fn peeked(&self) -> Chars<'src> {
        self.rest.chars()
    }
}

impl<'src> Iterator for Lexer<'src> {
    type Item = Token<'src>;

    fn next(&mut self) -> Option<Token<'src>> {
        self.rest = self.rest.trim_start();
        let first = self.peeked().next()?;
        let end = self.rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest.len());
        let (head, tail) = self.rest.split_at(end.max(first.len_utf8()));
        self.rest = tail;
        Some(if end == 0 { Token::Sign(first) } else { Token::Word(head) })
    }
}

fn main() {
    let tokens: Vec<Token> = Lexer::new("area = width * 2").collect();
    println!("{} {:?}", tokens.len(), tokens);
}
