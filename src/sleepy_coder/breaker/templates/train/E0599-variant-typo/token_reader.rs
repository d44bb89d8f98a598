//~ family: E0599-variant-typo
//~ vary u32: u32 | u64 | i64
enum Token {
    Number(u32),
    Plus,
    Times,
}

fn read(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let token = match word {
            "+" => Token::Plus,
            "*" => Token::Times,
            digits => Token::Number(digits.parse().unwrap_or(0)),
        };
        tokens.push(token);
    }
    tokens
}

fn evaluate(tokens: &[Token]) -> u32 {
    let mut value = 0;
    let mut times = false;
    for token in tokens {
        match token {
            Token::Plus => times = false,
            Token::Times => times = true,
            Token::Number(number) if times => value *= number,
            Token::Number(number) => value += number,
        }
    }
    value
}

fn main() {
    println!("{}", evaluate(&read("3 + 4 * 5")));
}
