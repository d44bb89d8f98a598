//~ family: E0185-self-added
use std::convert::TryFrom;
use std::iter::FromIterator;

#[derive(Debug, PartialEq)]
enum Token {
    Digit(u32),
    Open,
    Close,
}

#[derive(Debug)]
struct Tokens(Vec<Token>);

impl TryFrom<char> for Token {
    type Error = char;

    fn try_from(symbol: char) -> Result<Self, Self::Error> {
        match symbol {
            '(' => Ok(Token::Open),
            ')' => Ok(Token::Close),
            other => other.to_digit(10).map(Token::Digit).ok_or(other),
        }
    }
}

impl FromIterator<Token> for Tokens {
    fn from_iter<I: IntoIterator<Item = Token>>(items: I) -> Self {
        Tokens(items.into_iter().filter(|token| *token != Token::Close).collect())
    }
}

impl<'a> From<&'a [u32]> for Tokens {
    fn from(digits: &'a [u32]) -> Self {
        digits.iter().map(|digit| Token::Digit(*digit)).collect()
    }
}

fn main() {
    let read: Result<Tokens, char> = "(4)7".chars().map(Token::try_from).collect();
    println!("{read:?} {:?}", Token::try_from('x'));
    println!("{:?}", Tokens::from(&[1, 2][..]).0.first());
}
