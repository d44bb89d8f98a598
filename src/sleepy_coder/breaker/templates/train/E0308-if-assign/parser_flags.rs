//~ family: E0308-if-assign
use std::iter::Peekable;
use std::str::Chars;

struct Scanner<'a> {
    letters: Peekable<Chars<'a>>,
    quoted: bool,
    width: usize,
}

impl<'a> Scanner<'a> {
    const QUOTE: char = '"';

    fn fields(&mut self, separator: char) -> Vec<String> {
        let mut fields = vec![String::new()];
        while let Some(letter) = self.letters.next() {
            let doubled = self.letters.peek().copied();
            if letter == Self::QUOTE {
                if self.quoted == true && doubled == Some(letter) {
                    self.letters.next();
                }
                self.quoted = !self.quoted;
            } else if letter == separator {
                let wide = if self.quoted == false { fields.len() + 1 } else { fields.len() };
                fields.resize(wide, String::new());
            } else if let Some(field) = fields.last_mut() {
                field.push(letter);
            }
        }
        if fields.len() == self.width { fields } else { Vec::new() }
    }
}

fn width_of(line: &str, at: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut end = at;
    while bytes.get(end).copied() == Some(b' ') {
        end += 1;
    }
    let last = *bytes.get(end)?;
    if last == b'#' {
        return None;
    }
    Some(end - at)
}

fn main() {
    let mut scanner = Scanner { letters: "a,\"b,c\",d".chars().peekable(), quoted: false, width: 3 };
    println!("{:?} {:?}", scanner.fields(','), width_of("x   y", 1));
}
