//~ family: E0507-match-borrow-removed
use std::rc::Rc;

enum Token {
    Word(String),
    Number(f64),
    Group(Vec<Token>),
}

struct Reader {
    tokens: Vec<Rc<Token>>,
    place: usize,
}

impl Reader {
    fn describe(&self) -> String {
        match &*self.tokens[self.place] {
            Token::Word(word) => format!("word of {}", word.len()),
            Token::Number(number) => format!("number {number:.1}"),
            Token::Group(inner) => format!("group of {}", inner.len()),
        }
    }

    fn step(&mut self) -> bool {
        self.place += 1;
        self.place < self.tokens.len()
    }
}

fn main() {
    let group = Token::Group(vec![Token::Number(1.0), Token::Word("b".to_string())]);
    let tokens = vec![Rc::new(Token::Word("set".to_string())), Rc::new(Token::Number(2.5)), Rc::new(group)];
    let mut reader = Reader { tokens, place: 0 };
    println!("{}", reader.describe());
    while reader.step() {
        println!("{}", reader.describe());
    }
}
