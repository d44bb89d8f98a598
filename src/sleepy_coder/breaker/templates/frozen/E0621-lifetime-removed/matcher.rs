//~ family: E0621-lifetime-removed
struct Matcher<'a> {
    patterns: Vec<&'a str>,
    default: &'a str,
}

impl<'a> Matcher<'a> {
    fn with(mut self, pattern: &'a str) -> Self {
        self.patterns.push(pattern);
        self
    }

    fn or(self, default: &'a str) -> Matcher<'a> {
        Matcher { default, ..self }
    }

    fn find(&self, text: &str) -> &'a str {
        self.patterns.iter().copied().find(|pattern| text.contains(pattern)).unwrap_or(self.default)
    }
}

fn main() {
    let matcher = Matcher { patterns: vec![], default: "?" }.with("ee").with("oo").or("nothing");
    for text in ["beetroot", "root", "salt"] {
        println!("{text}: {}", matcher.find(text));
    }
}
