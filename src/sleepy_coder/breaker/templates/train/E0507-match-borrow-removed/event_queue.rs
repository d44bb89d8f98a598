//~ family: E0507-match-borrow-removed
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

#[derive(Debug, Clone)]
enum Event {
    Key { text: String, shift: bool },
    Paste(Vec<String>),
    Quit,
}

#[derive(Default)]
struct Shared {
    last: Option<Event>,
    waiting: VecDeque<Event>,
}

type Handle = Rc<RefCell<Shared>>;

fn last_text(handle: &Handle) -> String {
    match &handle.borrow().last {
        Some(Event::Key { text, .. }) => text.to_uppercase(),
        Some(Event::Paste(parts)) => parts.join(","),
        _ => String::from("-"),
    }
}

fn size(shared: &Shared, at: usize) -> usize {
    match &shared.waiting[at] {
        Event::Paste(parts) => parts.len(),
        Event::Key { text, .. } => text.len(),
        Event::Quit => 0,
    }
}

fn advance(handle: &Handle) -> bool {
    let next = handle.borrow_mut().waiting.pop_front();
    let shift = matches!(next, Some(Event::Key { shift: true, .. }));
    handle.borrow_mut().last = next;
    shift
}

fn main() {
    let events =
        [Event::Paste(vec!["a".into(), "b".into()]), Event::Key { text: "k".into(), shift: true }, Event::Quit];
    let full = Shared { last: None, waiting: VecDeque::from(events.to_vec()) };
    let handle: Handle = Rc::default();
    handle.borrow_mut().waiting.extend(events.iter().cloned());
    while !handle.borrow().waiting.is_empty() {
        let shift = advance(&handle);
        println!("{shift} {}", last_text(&handle));
    }
    println!("{} {}", size(&full, 0), size(&full, 2));
}
