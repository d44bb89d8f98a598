//~ family: E0596-mut-removed
use std::collections::BinaryHeap;

enum Edit {
    Insert(usize, char),
    Remove { at: usize },
}

trait Apply {
    fn apply(&mut self, edit: Edit) -> Option<Edit>;
}

impl Apply for Vec<char> {
    fn apply(&mut self, edit: Edit) -> Option<Edit> {
        match edit {
            Edit::Insert(at, letter) if at <= self.len() => {
                self.insert(at, letter);
                Some(Edit::Remove { at })
            }
            Edit::Remove { at } if at < self.len() => Some(Edit::Insert(at, self.remove(at))),
            _ => None,
        }
    }
}

struct Editor<T> {
    text: T,
    undo: Vec<Edit>,
}

impl<T: Apply> Editor<T> {
    fn edit(&mut self, edit: Edit) -> bool {
        let Some(inverse) = self.text.apply(edit) else { return false };
        self.undo.push(inverse);
        true
    }

    fn undone(self) -> T {
        let Editor { mut text, mut undo } = self;
        for edit in std::iter::from_fn(|| undo.pop()) {
            text.apply(edit);
        }
        text
    }
}

fn main() {
    let mut editor = Editor { text: vec!['o', 'k'], undo: Vec::new() };
    let done = [Edit::Insert(2, '!'), Edit::Remove { at: 9 }].map(|edit| editor.edit(edit));
    let mut sizes = BinaryHeap::from([done.len()]);
    sizes.push(editor.text.len());
    println!("{:?} {done:?} {:?}", sizes.into_sorted_vec(), editor.undone());
}
