//~ family: E0425-type-typo
#[derive(Debug)]
enum Token {
    Number(i64),
    Plus,
    Times,
}

#[derive(Debug)]
struct Trouble(char);

fn scan(text: &str) -> Result<Vec<Token>, Trouble> {
    text.split(' ')
        .flat_map(|word| word.chars())
        .map(|letter| match letter {
            '+' => Ok(Token::Plus),
            '*' => Ok(Token::Times),
            digit => digit.to_digit(10).map(|value| Token::Number(value.into())).ok_or(Trouble(digit)),
        })
        .collect()
}

fn evaluate(tokens: Vec<Token>) -> i64 {
    let mut total = 0;
    let mut product = 1;
    for token in &tokens {
        match token {
            Token::Number(value) => product *= value,
            Token::Times => {}
            Token::Plus => {
                total += product;
                product = 1;
            }
        }
    }
    total + product
}

fn main() {
    for text in ["2 + 3 * 4", "7 ? 1"] {
        let outcome = scan(text);
        match outcome {
            Ok(tokens) => println!("{text} = {}", evaluate(tokens)),
            Err(trouble) => println!("{trouble:?}"),
        }
    }
}
