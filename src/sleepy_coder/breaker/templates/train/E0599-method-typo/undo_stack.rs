//~ family: E0599-method-typo
#[derive(Default)]
struct Sheet {
    cells: Vec<i32>,
    undone: Vec<i32>,
}

impl Sheet {
    fn enter(&mut self, value: i32) -> &mut Sheet {
        self.undone.clear();
        self.cells.push(value);
        self
    }

    fn undo(&mut self) -> Option<i32> {
        let last = self.cells.pop()?;
        self.undone.push(last);
        Some(last)
    }

    fn redo(&mut self) {
        if let Some(value) = self.undone.pop() {
            self.cells.push(value);
        }
    }
}

fn main() {
    let mut sheet = Sheet::default();
    sheet.enter(5).enter(8).enter(13);
    let gone = sheet.undo();
    sheet.undo();
    sheet.redo();
    println!("{gone:?} {:?}", sheet.cells);
}
