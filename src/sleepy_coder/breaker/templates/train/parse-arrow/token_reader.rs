//~ family: parse-arrow
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(u64),
    Name(String),
    Open,
    Close,
}

struct Reader<'r> {
    rest: &'r str,
}

impl Iterator for Reader<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.rest = self.rest.trim_start();
        let first = self.rest.chars().next()?;
        let size = match first {
            '(' | ')' => 1,
            _ => self.rest.find([' ', '(', ')']).unwrap_or(self.rest.len()),
        };
        let (word, rest) = self.rest.split_at(size);
        self.rest = rest;
        let token = match (first, word.parse()) {
            ('(', _) => Token::Open,
            (')', _) => Token::Close,
            (_, Ok(number)) => Token::Number(number),
            (_, Err(_)) => Token::Name(word.to_string()),
        };
        Some(token)
    }
}

fn main() {
    let depth = Reader {
        rest: "(add 4 (neg 12))",
    }
    .fold(0, |depth: i32, token| match token {
        Token::Open => depth + 1,
        Token::Close => depth - 1,
        Token::Number(_) | Token::Name(_) => depth,
    });
    println!("{depth}");
    println!("{:?}", Reader { rest: "x 7)" }.collect::<Vec<_>>());
}
