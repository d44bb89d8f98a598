//~ family: E0616-pub-removed
mod lexer {
    use std::ops::Range;

    #[derive(Debug, Clone, PartialEq)]
    pub enum Kind {
        Word,
        Number,
    }

    #[derive(Debug, Clone)]
    pub struct Token<'s> {
        pub kind: Kind,
        pub text: &'s str,
        pub span: Range<usize>,
        quoted: bool,
    }

    pub struct Tokens<'s> {
        pub skipped: usize,
        pub(super) list: Vec<Token<'s>>,
    }

    pub fn tokens(source: &str) -> Tokens<'_> {
        let mut made = Tokens {
            skipped: 0,
            list: Vec::new(),
        };
        let mut start = 0;
        for text in source.split(' ') {
            let kind = if text.parse::<u32>().is_ok() {
                Kind::Number
            } else {
                Kind::Word
            };
            let quoted = text.starts_with('"');
            if text.is_empty() {
                made.skipped += 1;
            } else {
                made.list.push(Token {
                    kind,
                    text,
                    span: start..start + text.len(),
                    quoted,
                });
            }
            start += text.len() + 1;
        }
        made
    }

    impl Token<'_> {
        pub fn is_plain(&self) -> bool {
            !self.quoted && self.kind == Kind::Word
        }
    }
}

fn longest<'t>(tokens: &'t [lexer::Token<'t>]) -> Option<&'t str> {
    tokens
        .iter()
        .filter(|token| token.is_plain())
        .map(|token| token.text)
        .max_by_key(|text| text.len())
}

fn main() {
    let tokens = lexer::tokens("let  x1 \"q\" 40");
    println!("{} skipped", tokens.skipped);
    let list = tokens.list;
    let numbers = list
        .iter()
        .filter(|token| matches!(token.kind, lexer::Kind::Number))
        .count();
    println!(
        "{numbers} {:?} {:?}",
        longest(&list),
        list.last().map(|token| token.span.end)
    );
}
