//~ family: E0425-self-removed
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    errors: Vec<(usize, String)>,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn word(&mut self) -> Option<&'t str> {
        let rest = self.text.get(self.at..)?;
        let trimmed = rest.trim_start();
        let start = rest.len() - trimmed.len();
        let length = trimmed.find(' ').unwrap_or(trimmed.len());
        self.at += start + length;
        (length > 0).then_some(&trimmed[..length])
    }

    fn expect(&mut self, wanted: &str) -> bool {
        match self.word() {
            Some(word) if word == wanted => true,
            Some(word) => {
                let note = format!("{word} is not {wanted}");
                self.errors.push((self.at, note));
                false
            }
            None => {
                self.errors.push((self.text.len(), String::from("end")));
                false
            }
        }
    }

    fn finish(self) -> Result<usize, String> {
        match self.errors.into_iter().next() {
            Some((at, note)) => Err(format!("{at}: {note}")),
            None => Ok(self.at),
        }
    }
}

fn main() {
    let mut cursor = Cursor { text: "let  it be", at: 0, errors: vec![] };
    cursor.expect("let");
    println!("[{}]", cursor.rest());
    for word in ["it", "was"] {
        cursor.expect(word);
    }
    println!("{:?}", cursor.finish());
}
