//~ family: E0023-pattern-field-removed
//~ vary u32: u32 | usize | u16
#[derive(Debug, Clone)]
enum Token {
    Word(String, u32),
    Number(i64, u32),
    Symbol(char, bool, u32),
    End,
}

impl Token {
    fn column(&self) -> Option<u32> {
        match self {
            Token::Word(_, at) | Token::Number(_, at) => Some(*at),
            Token::Symbol(_, _, at) => Some(*at),
            Token::End => None,
        }
    }

    fn is_opening(&self) -> bool {
        matches!(self, Token::Symbol('(' | '[', true, ..))
    }
}

fn words(tokens: &[Token]) -> Vec<&str> {
    tokens
        .iter()
        .filter_map(|token| match token {
            Token::Word(text, _) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn first_number(tokens: &[Token]) -> Option<i64> {
    for token in tokens {
        if let Token::Number(value, _) = token {
            return Some(*value);
        }
    }
    None
}

fn main() {
    let tokens = [Token::Word("let".into(), 1), Token::Symbol('(', true, 5), Token::Number(12, 6), Token::End];
    println!("{:?} {:?}", words(&tokens), first_number(&tokens));
    println!("{:?} {}", tokens[1].column(), tokens.iter().any(Token::is_opening));
}
