//~ family: E0062-field-twice
//~ vary is_numeric: is_numeric | is_alphabetic | is_uppercase
struct Token {
    text: String,
    column: usize,
    known: bool,
}

fn tokens(line: &str) -> Vec<Token> {
    let mut column = 0;
    let mut list = Vec::new();
    for word in line.split(' ') {
        let known = word.chars().all(|c| c.is_numeric());
        list.push(Token { text: word.to_owned(), column, known });
        column += word.len() + 1;
    }
    list
}

fn main() {
    for token in tokens("let 12 plus 7") {
        let mark = if token.known { "ok" } else { "??" };
        println!("{:>3} {} {}", token.column, mark, token.text);
    }
}
