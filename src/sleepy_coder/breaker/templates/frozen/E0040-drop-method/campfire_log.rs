//~ family: E0040-drop-method
use std::cell::RefCell;

struct Camp<'a> {
    log: &'a RefCell<Vec<String>>,
    name: &'static str,
}

impl Drop for Camp<'_> {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("{} packed", self.name));
    }
}

fn main() {
    let log = RefCell::new(Vec::new());
    let lake = Camp { log: &log, name: "lake" };
    let hill = Camp { log: &log, name: "hill" };
    drop(hill);
    log.borrow_mut().push("rain".to_string());
    drop(lake);
    println!("{:?}", log.borrow());
}
