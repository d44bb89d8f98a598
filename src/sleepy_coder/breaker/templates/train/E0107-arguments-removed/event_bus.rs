//~ family: E0107-arguments-removed
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

type Handler = Box<dyn Fn(&str) -> Option<String>>;
type Shared<T> = Rc<RefCell<T>>;

trait Sink {
    fn drain(&mut self) -> VecDeque<String>;
}

struct Journal {
    lines: VecDeque<String>,
    owner: Option<Weak<RefCell<Bus>>>,
}

impl Sink for Journal {
    fn drain(&mut self) -> VecDeque<String> {
        std::mem::take(&mut self.lines)
    }
}

struct Bus {
    handlers: BTreeMap<&'static str, Vec<Handler>>,
}

fn publish(bus: &Shared<Bus>, journal: &mut Journal, topic: &str) -> usize {
    let inner = bus.borrow();
    let fired: Vec<String> = inner.handlers.get(topic).into_iter().flatten().filter_map(|h| h(topic)).collect();
    journal.lines.extend(fired.iter().cloned());
    fired.len()
}

fn main() {
    let bus: Shared<Bus> = Rc::new(RefCell::new(Bus { handlers: BTreeMap::new() }));
    bus.borrow_mut().handlers.entry("save").or_default().push(Box::new(|t| Some(format!("{t} done"))));
    let mut journal = Journal { lines: VecDeque::new(), owner: Some(Rc::downgrade(&bus)) };
    println!("{} {:?}", publish(&bus, &mut journal, "save"), journal.drain());
    println!("{}", journal.owner.as_ref().and_then(Weak::upgrade).is_some());
}
