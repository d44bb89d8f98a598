//~ family: E0425-typo
use std::iter::Peekable;
use std::str::Chars;

const MAX_DEPTH: usize = 8;

#[derive(Debug)]
enum Problem {
    Unexpected(char),
    TooDeep,
    Ended,
}

fn atom(symbols: &mut Peekable<Chars<'_>>, depth: usize) -> Result<i64, Problem> {
    if depth > MAX_DEPTH {
        return Err(Problem::TooDeep);
    }
    match symbols.next() {
        Some('(') => {
            let inner = sum(symbols, depth + 1)?;
            match symbols.next() {
                Some(')') => Ok(inner),
                other => Err(other.map_or(Problem::Ended, Problem::Unexpected)),
            }
        }
        Some(digit) => digit.to_digit(10).map(i64::from).ok_or(Problem::Unexpected(digit)),
        None => Err(Problem::Ended),
    }
}

fn sum(symbols: &mut Peekable<Chars<'_>>, depth: usize) -> Result<i64, Problem> {
    let mut total = atom(symbols, depth)?;
    while let Some(sign) = symbols.next_if(|symbol| matches!(symbol, '+' | '-')) {
        let term = atom(symbols, depth)?;
        total = if sign == '+' { total + term } else { total - term };
    }
    Ok(total)
}

fn main() {
    for text in ["7-(2+4)", "(4", "5+x"] {
        let mut symbols = text.chars().peekable();
        match sum(&mut symbols, 0) {
            Ok(value) => println!("{text} = {value}"),
            Err(Problem::Unexpected(symbol)) => println!("{text}: not {symbol}"),
            Err(problem) => println!("{text}: {problem:?}"),
        }
    }
}
