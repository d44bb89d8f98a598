//~ family: parse-colon
use std::cell::RefCell;
use std::rc::Rc;

struct Pad {
    notes: Rc<RefCell<Vec<String>>>,
}

impl Pad {
    fn note(&self, text: &str) {
        self.notes.borrow_mut().push(text.to_string());
    }
}

fn main() {
    let notes = Rc::new(RefCell::new(Vec::with_capacity(4)));
    let left = Pad { notes: Rc::clone(&notes) };
    let right = Pad { notes: Rc::clone(&notes) };
    left.note("milk");
    right.note("bread");
    println!("{} notes, {} owners", notes.borrow().len(), Rc::strong_count(&notes));
}
