//~ family: E0070-deref-removed
use std::cell::RefCell;
use std::rc::Rc;

struct Label {
    text: Rc<RefCell<String>>,
}

impl Label {
    fn rename(&self, text: &str) {
        *self.text.borrow_mut() = text.to_string();
    }
}

fn main() {
    let text = Rc::new(RefCell::new("draft".to_string()));
    let label = Label { text: Rc::clone(&text) };
    label.rename("Final plan");
    println!("{}", text.borrow());
    *text.borrow_mut() = format!("{} (old)", label.text.borrow().len());
    println!("{}", label.text.borrow());
}
