//~ family: E0506-borrow
//~ vary usize: usize | u32 | u64
mod scan {
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Mode {
        Text,
        Quoted { since: usize },
    }

    pub struct Scanner {
        pub mode: Mode,
        pub column: usize,
        pub word: String,
        pub words: Vec<String>,
    }

    impl Scanner {
        pub fn feed(&mut self, letter: char) -> Option<String> {
            let column = self.column;
            self.column += letter.len_utf8() as usize;
            match (letter, self.mode) {
                ('"', Mode::Text) => {
                    self.mode = Mode::Quoted { since: self.column };
                    Some(format!("quote at {column}"))
                }
                ('"', Mode::Quoted { .. }) => self.set(Mode::Text),
                (' ', Mode::Text) => {
                    let finished = self.word.clone();
                    self.word = String::new();
                    self.words.push(finished.clone());
                    None
                }
                _ => {
                    self.word.push(letter);
                    None
                }
            }
        }

        fn set(&mut self, mode: Mode) -> Option<String> {
            let left = self.mode;
            self.mode = mode;
            Some(format!("{left:?} ends"))
        }
    }
}

fn main() {
    let mut scanner = scan::Scanner {
        mode: scan::Mode::Text,
        column: 0,
        word: String::new(),
        words: vec![],
    };
    for letter in "say \"hi there\" now ".chars() {
        if let Some(note) = scanner.feed(letter) {
            println!("{note}");
        }
    }
    let mut newest = scanner.words[0].clone();
    let first = newest.clone();
    for word in &scanner.words {
        newest = word.to_uppercase();
    }
    println!("{first} to {newest}");
}
