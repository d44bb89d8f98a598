//~ family: E0603-pub-removed
mod filters {
    pub mod words {
        pub fn short(word: &&str) -> bool {
            word.len() < 4
        }

        pub fn capital(word: &str) -> String {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) => first.to_uppercase().chain(letters).collect(),
                None => String::new(),
            }
        }
    }

    pub mod lines {
        use super::words::capital as title;

        pub struct Numbered<'l>(pub usize, pub &'l str);

        pub trait Render {
            fn render(&self, width: usize) -> String;
        }

        impl Render for Numbered<'_> {
            fn render(&self, width: usize) -> String {
                format!("{:>width$} {}", self.0, title(self.1))
            }
        }

        pub enum Align {
            Left,
            Right,
        }
    }

    pub use lines::Align;
}

use filters::lines::{Numbered, Render};
use filters::words::{self, short};

fn padded(text: &str, align: filters::Align) -> String {
    match align {
        filters::Align::Left => format!("{text:<8}|"),
        filters::Align::Right => format!("{text:>8}|"),
    }
}

fn main() {
    let kept: Vec<&str> = "an old red wagon on a hill".split(' ').filter(short).collect();
    for (at, word) in kept.iter().enumerate() {
        println!("{}", Numbered(at + 1, word).render(3));
    }
    println!("{}", padded(&words::capital("ok"), filters::Align::Right));
    println!("{}", padded("left", filters::Align::Left));
}
