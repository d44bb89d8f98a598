//~ family: E0053-parameter-type
mod lexer {
    #[derive(Debug, PartialEq)]
    pub enum Kind {
        Word,
        Digit,
        Other,
    }

    pub trait Classify {
        fn kind(&self, letter: char) -> Kind;
        fn width(&self, text: &str, tab: usize) -> usize;
    }

    pub struct Ascii;

    impl Classify for Ascii {
        fn kind(&self, letter: char) -> Kind {
            match letter {
                'a'..='z' => Kind::Word,
                '0'..='9' => Kind::Digit,
                _ => Kind::Other,
            }
        }

        fn width(&self, text: &str, tab: usize) -> usize {
            text.matches('\t').count() * (tab - 1) + text.len()
        }
    }
}

use lexer::{Ascii, Classify, Kind};

fn main() {
    let text = "ab1\t?z";
    let words = text.chars().filter(|letter| Ascii.kind(*letter) == Kind::Word).count();
    println!("{words} letters, {} wide, {:?}", Ascii.width(text, 4), Ascii.kind('7'));
}
