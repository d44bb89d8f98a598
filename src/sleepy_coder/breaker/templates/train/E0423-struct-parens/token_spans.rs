//~ family: E0423-struct-parens
mod lexer {
    #[derive(Debug, PartialEq, Eq, Clone, Copy)]
    pub enum Kind {
        Number,
        Word,
        Mark,
    }

    #[derive(Debug)]
    pub struct Token<'t> {
        pub kind: Kind,
        pub text: &'t str,
    }

    pub fn tokens(line: &str) -> impl Iterator<Item = Token<'_>> + '_ {
        line.split_whitespace().map(|text| {
            let kind = match text.chars().next() {
                Some('0'..='9') => Kind::Number,
                Some(first) if first.is_alphabetic() => Kind::Word,
                _ => Kind::Mark,
            };
            Token { kind, text }
        })
    }
}

struct Summary {
    count: usize,
    longest: usize,
}

fn summary(line: &str) -> Summary {
    lexer::tokens(line).filter(|token| token.kind != lexer::Kind::Mark).fold(
        Summary { count: 0, longest: 0 },
        |sum, token| Summary { longest: sum.longest.max(token.text.len()), count: sum.count + 1 },
    )
}

fn main() {
    println!("{:?}", lexer::tokens("let x1 = 42").collect::<Vec<_>>());
    let Summary { count, longest } = summary("one + three - 5");
    println!("{count} {longest}");
}
