//~ family: E0308-ok-method-removed
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

type Slot = Rc<RefCell<Option<String>>>;

fn unshare(slot: Slot) -> Option<String> {
    match Rc::try_unwrap(slot).ok() {
        Some(cell) => cell.into_inner(),
        None => Some("shared".to_string()),
    }
}

fn array(items: Vec<u8>) -> Option<[u8; 3]> {
    if items.len() > 3 {
        return items[..3].try_into().ok();
    }
    items.try_into().ok()
}

struct Counter {
    hits: Cell<Option<u32>>,
    names: BTreeMap<u32, Option<String>>,
}

impl Counter {
    fn record(&mut self, text: &str, raw: Vec<u8>) {
        self.hits.set(text.parse().ok());
        let key = self.hits.get().unwrap_or(0);
        self.names.insert(key, String::from_utf8(raw).ok());
    }
}

fn main() {
    let slot: Slot = Rc::new(RefCell::new(Some("kept".into())));
    let other = Rc::clone(&slot);
    println!("{:?} {:?}", unshare(slot), unshare(other));
    println!("{:?} {:?}", array(vec![1, 2]), array(vec![6, 7, 8, 9]));
    let mut counter = Counter { hits: Cell::default(), names: BTreeMap::new() };
    counter.record("12", b"abc".to_vec());
    counter.record("x", vec![0xff]);
    println!("{:?}", counter.names);
}
