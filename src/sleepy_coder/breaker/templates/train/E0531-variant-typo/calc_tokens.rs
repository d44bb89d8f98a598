//~ family: E0531-variant-typo
#[derive(Debug, Clone, Copy)]
enum Tok {
    Num(i64),
    Op(char),
    Open,
    Close,
}
use Tok::{Close, Num, Op, Open};

fn tokens(text: &str) -> Result<Vec<Tok>, char> {
    let mut found = Vec::new();
    for sign in text.chars() {
        found.push(match sign {
            '(' => Open,
            ')' => Close,
            '+' | '*' => Op(sign),
            _ => Num(i64::from(sign.to_digit(10).ok_or(sign)?)),
        });
    }
    Ok(found)
}

fn value(tokens: &[Tok], at: &mut usize) -> Option<i64> {
    *at += 1;
    let mut left = match tokens.get(*at - 1) {
        Some(Num(number)) => *number,
        Some(Open) => value(tokens, at)?,
        _ => return None,
    };
    while let Some(Op(sign)) = tokens.get(*at) {
        let Some(&Num(right)) = tokens.get(*at + 1) else {
            return None;
        };
        left = if *sign == '+' { left + right } else { left * right };
        *at += 2;
    }
    Some(left)
}

fn main() {
    for text in ["2+3*4", "(7)", "1+?"] {
        println!("{:?}", tokens(text).map(|list| value(&list, &mut 0)));
    }
}
