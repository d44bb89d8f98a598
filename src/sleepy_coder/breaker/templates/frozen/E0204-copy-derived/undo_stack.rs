//~ family: E0204-copy-derived
use std::collections::VecDeque;

#[derive(Clone, Default)]
struct Canvas {
    strokes: VecDeque<(i16, i16)>,
}

#[derive(Clone)]
enum Change {
    Draw(i16, i16),
    Clear(Canvas),
}

#[derive(Default)]
struct Editor {
    canvas: Canvas,
    done: Vec<Change>,
}

impl Editor {
    fn draw(&mut self, x: i16, y: i16) {
        self.canvas.strokes.push_back((x, y));
        self.done.push(Change::Draw(x, y));
    }

    fn clear(&mut self) {
        let old = std::mem::take(&mut self.canvas);
        self.done.push(Change::Clear(old));
    }

    fn undo(&mut self) {
        match self.done.pop() {
            Some(Change::Draw(..)) => drop(self.canvas.strokes.pop_back()),
            Some(Change::Clear(old)) => self.canvas = old.clone(),
            None => {}
        }
    }
}

fn main() {
    let mut editor = Editor::default();
    editor.draw(2, 3);
    editor.draw(4, 5);
    editor.clear();
    editor.undo();
    editor.undo();
    println!("{:?} after {} changes", editor.canvas.strokes, editor.done.len());
}
