//~ family: E0610-field
use std::collections::BTreeMap;

enum Token {
    Open(char),
    Close(char),
    Other,
}

struct Scan {
    depth: usize,
    deepest: usize,
    balanced: bool,
}

fn classify(letter: char) -> Token {
    match letter {
        '(' | '[' => Token::Open(letter),
        ')' | ']' => Token::Close(letter),
        _ => Token::Other,
    }
}

fn scan(text: &str) -> Result<Scan, char> {
    let mut stack = Vec::new();
    let mut deepest = 0;
    for letter in text.chars() {
        match classify(letter) {
            Token::Open(bracket) => stack.push(bracket),
            Token::Close(bracket) => {
                let wanted = if bracket == ')' { '(' } else { '[' };
                let Some(open) = stack.pop() else { return Err(bracket) };
                if open != wanted {
                    return Err(open);
                }
            }
            Token::Other => continue,
        }
        let depth = stack.len();
        deepest = if depth > deepest { depth } else { deepest };
    }
    let depth = stack.len();
    Ok(Scan {
        depth,
        deepest,
        balanced: depth == 0,
    })
}

fn histogram(depths: &[usize]) -> BTreeMap<usize, u32> {
    depths.iter().fold(BTreeMap::new(), |mut counts, &depth| {
        let count = counts.entry(depth).or_insert(0);
        *count += 1;
        counts
    })
}

fn main() {
    let mut depths = vec![];
    for text in ["f(a[3])", "((x)", "(]", ")"] {
        match scan(text) {
            Ok(Scan {
                depth,
                deepest,
                balanced,
            }) => {
                let flag = balanced || depth > 2;
                println!("{text} {deepest} {flag}");
                depths.push(deepest);
            }
            Err(bracket) => println!("{text}: stray {bracket}"),
        }
    }
    println!("{:?}", histogram(&depths));
}
