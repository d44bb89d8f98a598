//~ family: E0308-tail-semicolon
//~ vary i64: i64 | i32
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(i64),
    Plus,
    Times,
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    text.split(' ')
        .map(|piece| match piece {
            "+" => Some(Token::Plus),
            "*" => Some(Token::Times),
            other => other.parse().ok().map(Token::Number),
        })
        .collect()
}

fn evaluate(tokens: &[Token]) -> Option<i64> {
    let mut stack: Vec<i64> = Vec::new();
    for token in tokens {
        let value = if let Token::Number(number) = token {
            *number
        } else {
            let right = stack.pop()?;
            let left = stack.pop()?;
            if *token == Token::Plus { left + right } else { left.saturating_mul(right) }
        };
        stack.push(value);
    }
    if stack.len() > 1 { None } else { stack.pop() }
}

const fn clamp(value: i64) -> i64 {
    if value > 99 { 99 } else { value }
}

fn main() {
    for line in ["2 3 + 4 *", "1 +", "7 x"] {
        let value = tokens(line).and_then(|tokens| evaluate(&tokens));
        println!("{line}: {:?}", value.map(clamp));
    }
}
