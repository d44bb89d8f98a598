//~ family: E0308-to-string-removed
#[derive(Default)]
struct Label {
    title: String,
    note: Option<String>,
    tags: Vec<String>,
}

impl Label {
    fn new(title: &str) -> Self {
        Label { title: title.into(), ..Default::default() }
    }

    fn note(mut self, note: &str) -> Self {
        self.note = Some(note.to_string());
        self
    }

    fn tag(mut self, tag: &'static str) -> Self {
        self.tags.push(tag.to_owned());
        self
    }

    fn render(&self) -> String {
        let note = match &self.note {
            Some(note) => note.clone(),
            None => String::from("-"),
        };
        if self.tags.is_empty() {
            return self.title.to_string();
        }
        [self.title.clone(), note, self.tags.join("+")].join(" | ")
    }
}

fn main() {
    println!("{}", Label::new("crate").render());
    println!("{}", Label::new("box").tag("dry").note("top shelf").tag("glass").render());
}
