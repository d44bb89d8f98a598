//~ family: E0382-clone-removed
//~ vary draft: draft | letter | essay
struct Editor {
    text: String,
    history: Vec<String>,
}

impl Editor {
    fn apply<F>(mut self, change: F) -> Editor
    where
        F: Fn(&str) -> String,
    {
        let next_text = change(&self.text);
        self.history.push(std::mem::replace(&mut self.text, next_text));
        self
    }

    fn undo(mut self) -> Editor {
        if let Some(previous) = self.history.pop() {
            self.text = previous;
        }
        self
    }
}

fn main() {
    let suffix = String::from("!");
    let tail = suffix.clone();
    let editor = Editor { text: String::from("draft"), history: Vec::new() }
        .apply(|text| text.repeat(2))
        .apply(move |text| format!("{text}{tail}"));
    let snapshot = editor.history.clone();
    println!("now {} / was {:?}", editor.text, snapshot);
    let restored = editor.undo();
    println!("back to {}{suffix} with {} left", restored.text, restored.history.len());
}
