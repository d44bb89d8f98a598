//~ family: E0424-self-param-removed
use std::str::Chars;

#[derive(Clone)]
struct Cursor<'a> {
    rest: Chars<'a>,
    line: usize,
}

#[allow(dead_code)]
impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Cursor { rest: text.chars(), line: 1 }
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn peek_many<const N: usize>(&self) -> [Option<char>; N] {
        let mut ahead = self.clone().rest;
        std::array::from_fn(|_| ahead.next())
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        let cursor = self;
        while cursor.rest.clone().next().is_some_and(&wanted) {
            cursor.bump();
        }
    }

    fn remainder(&self) -> &'a str {
        self.rest.as_str()
    }
}

fn main() {
    let mut cursor = Cursor::new("a\nb");
    while let Some(c) = cursor.bump() {
        println!("{c:?} {}", cursor.line);
    }
}
