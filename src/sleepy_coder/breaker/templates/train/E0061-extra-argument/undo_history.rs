//~ family: E0061-extra-argument
//~ vary sketch: sketch | outline | doodle
struct Editor {
    body: String,
    undo: Vec<String>,
}

impl Editor {
    fn open(body: &str) -> Self {
        Editor { body: body.to_string(), undo: Vec::new() }
    }

    fn append(&mut self, addition: &str) {
        self.undo.push(self.body.clone());
        self.body.push_str(addition);
    }

    fn revert(&mut self) -> bool {
        match self.undo.pop() {
            Some(previous) => {
                self.body = previous;
                true
            }
            None => false,
        }
    }
}

fn main() {
    let mut editor = Editor::open("sketch");
    editor.append(" of a boat");
    editor.append(" at sea");
    while editor.revert() {
        println!("back to '{}' ({} saved)", editor.body, editor.undo.len());
    }
    editor.append(", restarted");
    println!("{}", editor.body);
}
