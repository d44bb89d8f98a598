//~ family: E0596-shared-reference
use std::iter::Peekable;
use std::str::Chars;

struct Reader<'t> {
    letters: Peekable<Chars<'t>>,
    seen: usize,
}

fn word(letters: &mut Peekable<Chars>) -> String {
    let mut word = String::new();
    while let Some(letter) = letters.next_if(|c| c.is_alphanumeric()) {
        word.push(letter);
    }
    word
}

fn skip<E: Extend<char>>(reader: &mut Reader<'_>, out: &mut E) -> bool {
    let gap = reader.letters.next();
    out.extend(gap);
    reader.seen > 0
}

impl Iterator for Reader<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let letters = &mut self.letters;
        letters.peek()?;
        self.seen += 1;
        Some(word(&mut self.letters))
    }
}

fn main() {
    let mut reader = Reader { letters: "ab1=c".chars().peekable(), seen: 0 };
    let mut gaps = Vec::new();
    while let Some(word) = reader.next() {
        println!("{word} {}", skip(&mut reader, &mut gaps));
    }
    println!("{gaps:?}");
}
