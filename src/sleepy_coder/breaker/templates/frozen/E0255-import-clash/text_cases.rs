//~ family: E0255-import-clash
mod cases {
    pub fn is_short(word: &str) -> bool {
        word.len() < 4
    }

    pub fn title(word: &str) -> String {
        word[..1].to_uppercase() + &word[1..]
    }

    pub fn join_words<I: Iterator<Item = String>>(words: I) -> String {
        words.collect::<Vec<_>>().join(" ")
    }
}

use cases::{is_short, join_words, title};

struct Heading<'a> {
    text: &'a str,
}

impl Heading<'_> {
    fn shown(&self) -> String {
        join_words(self.text.split(' ').map(|word| if is_short(word) { word.to_string() } else { title(word) }))
    }
}

fn main() {
    let heading = Heading { text: "the long way to rome" };
    println!("{} / {}", heading.shown(), title("end"));
}
