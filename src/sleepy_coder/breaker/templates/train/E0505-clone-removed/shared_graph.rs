//~ family: E0505-clone-removed
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<RefCell<Vec<String>>>;

struct Node {
    log: Shared,
    name: String,
}

impl Node {
    fn new(name: &str, log: Shared) -> Self {
        log.borrow_mut().push(format!("+{name}"));
        Node { log, name: name.to_string() }
    }

    fn finish(self) -> usize {
        self.log.borrow_mut().push(format!("-{}", self.name));
        self.log.borrow().len()
    }
}

fn consume(names: Box<[u8]>) -> u8 {
    names.iter().copied().fold(0, |sum, byte| sum ^ byte)
}

fn main() {
    let log: Shared = Rc::default();
    let watcher = &log;
    let first = Node::new("a", Rc::clone(&log));
    let second = Node::new("b", log.clone());
    println!("{} {}", first.finish(), second.finish());
    println!("{:?}", watcher.borrow());
    let bytes: Box<[u8]> = Box::new([3, 5, 6]);
    let tail = bytes.last();
    let mixed = consume(bytes.clone());
    println!("{mixed} {tail:?}");
}
