//~ family: E0507-borrow-removed
use std::fmt::Write;

#[derive(Debug, Default, Clone)]
struct Snapshot {
    body: String,
    marks: Vec<String>,
}

struct Editor {
    now: Snapshot,
    past: Vec<Snapshot>,
    pending: Option<Box<Snapshot>>,
    on_change: Option<Box<dyn Fn(&str) -> usize>>,
}

impl Editor {
    fn checkpoint(&mut self) {
        let copy = self.now.clone();
        self.past.push(copy);
    }

    fn commit(&mut self) -> bool {
        let pending = self.pending.take();
        let Some(next) = pending else {
            return false;
        };
        self.checkpoint();
        self.now = *next;
        true
    }

    fn earliest(&self) -> String {
        let snapshot = &self.past[0];
        let mut text = snapshot.body.clone();
        for mark in &snapshot.marks {
            write!(text, " [{mark}]").expect("a string takes all");
        }
        text
    }

    fn notify(&self) -> usize {
        let listener = self.on_change.as_ref();
        listener.map_or(0, |call| call(&self.now.body))
    }
}

fn stage(editor: &mut Editor, body: &str) {
    let marks = editor.now.marks.clone();
    editor.pending = Some(Box::new(Snapshot { body: body.to_string(), marks }));
}

fn main() {
    let first = Snapshot { body: "one".to_string(), marks: vec!["a".to_string()] };
    let mut editor = Editor { now: first, past: Vec::new(), pending: None, on_change: Some(Box::new(str::len)) };
    stage(&mut editor, "two words");
    println!("{} {}", editor.commit(), editor.commit());
    println!("{} {}", editor.earliest(), editor.notify());
}
