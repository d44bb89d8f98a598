//~ family: E0515-local-returned
mod text {
    pub struct Document {
        pub body: String,
        pub title: Option<String>,
    }

    impl Document {
        pub fn title(&self) -> &str {
            match &self.title {
                Some(title) if !title.is_empty() => return title,
                _ => {}
            }
            self.longest(|line| line.len())
        }

        pub fn longest(&self, size: impl Fn(&str) -> usize) -> &str {
            let mut best = "";
            for line in self.body.lines() {
                if size(line) > size(best) {
                    best = line;
                }
            }
            best
        }
    }

    impl AsRef<str> for Document {
        fn as_ref(&self) -> &str {
            &self.body
        }
    }
}

fn main() {
    let document = text::Document { body: "one\nlonger line\nx".to_string(), title: None };
    println!("{} / {}", document.title(), document.longest(|line| line.matches('n').count()));
    println!("{}", document.as_ref().len());
    let upper: Vec<_> = document.body.lines().map(|line| line.to_uppercase()).collect();
    println!("{}", upper.join("+"));
}
