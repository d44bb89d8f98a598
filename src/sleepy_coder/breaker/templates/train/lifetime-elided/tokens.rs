//~ family: lifetime-elided
struct Lexer<'s> {
    source: &'s str,
    place: usize,
}

impl<'s> Lexer<'s> {
    fn keyword<'k>(&self, known: &'k [&'k str]) -> &'k str {
        let rest = &self.source[self.place..];
        known.iter().copied().find(|word| rest.starts_with(word)).unwrap_or("")
    }

    fn or_else<'k>(&mut self, fallback: &'k str) -> &'k str {
        self.place += 1;
        fallback
    }
}

fn main() {
    let mut lexer = Lexer { source: "let x", place: 0 };
    let known = ["fn", "let"];
    println!("{}", lexer.keyword(&known));
    println!("{} {}", lexer.or_else("end"), lexer.place);
    println!("[{}]", lexer.keyword(&known));
}
