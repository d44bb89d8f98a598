//~ family: E0594-self-ref
//~ vary loaf: loaf | fern | moss
//~ vary is_alphabetic: is_alphabetic | is_lowercase
struct Cursor<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn over(source: &'a str) -> Self {
        Cursor { source, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn take_word(&mut self) -> Option<&'a str> {
        let rest = self.rest().trim_start();
        if rest.is_empty() {
            return None;
        }
        let size = rest.find(' ').unwrap_or(rest.len());
        self.at = self.source.len() - rest.len() + size;
        Some(&rest[..size])
    }

    fn rewind(&mut self) {
        self.at = 0;
    }
}

fn main() {
    let mut cursor = Cursor::over("one loaf  of rye bread");
    while let Some(word) = cursor.take_word() {
        let letters = word.chars().filter(|symbol| symbol.is_alphabetic()).count();
        println!("{word}: {letters}");
    }
    cursor.rewind();
    println!("again {:?}", cursor.take_word());
}
