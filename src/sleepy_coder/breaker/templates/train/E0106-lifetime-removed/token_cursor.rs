//~ family: E0106-lifetime-removed
//~ vary whitespace: whitespace | alphanumeric | control
struct Cursor<'a> {
    input: &'a str,
    taken: usize,
}

impl<'a> Cursor<'a> {
    fn advance(&mut self) -> Option<&'a str> {
        let ahead = self.input.get(self.taken..)?;
        let trimmed = ahead.trim_start();
        if trimmed.is_empty() {
            return None;
        }
        let begin = self.taken + ahead.len() - trimmed.len();
        let width = trimmed.find(' ').unwrap_or(trimmed.len());
        self.taken = begin + width;
        Some(&trimmed[..width])
    }
}

fn choose<'a>(preferred: Option<&'a str>, backup: &'a str) -> &'a str {
    preferred.unwrap_or(backup)
}

fn main() {
    let line = String::from("let  whitespace be   gone");
    let mut cursor = Cursor { input: &line, taken: 0 };
    let opening = choose(cursor.advance(), "nothing");
    println!("opens with {opening}");
    while let Some(token) = cursor.advance() {
        println!("{token} ({} bytes)", token.len());
    }
}
