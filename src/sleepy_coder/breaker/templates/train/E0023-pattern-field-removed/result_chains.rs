//~ family: E0023-pattern-field-removed
use std::rc::Rc;

#[derive(Clone)]
struct Entry(Rc<str>, u64);

struct Window<'a>(&'a [Entry], usize, bool);

fn split<'a>(window: Window<'a>) -> (&'a [Entry], &'a [Entry]) {
    let Window(entries, at, _) = window;
    entries.split_at(at.min(entries.len()))
}

fn total(entries: &[Entry]) -> u64 {
    entries.iter().fold(0, |sum, Entry(_, amount)| sum + amount)
}

fn names(entries: Vec<Entry>) -> String {
    let mut joined = String::new();
    for (at, Entry(name, _)) in entries.into_iter().enumerate() {
        if at > 0 {
            joined += ", ";
        }
        joined += &name;
    }
    joined
}

fn biggest(entries: &[Entry]) -> Option<Rc<str>> {
    let Entry(name, _) = entries.iter().max_by_key(|entry| entry.1)?;
    Some(Rc::clone(name))
}

fn main() {
    let entries = vec![Entry("rent".into(), 700), Entry("food".into(), 310), Entry("fees".into(), 25)];
    let window = Window(&entries, 1, true);
    if let Window(_, _, true) = window {
        let (left, right) = split(window);
        println!("{} {}", total(left), total(right));
    }
    println!("{:?} {}", biggest(&entries), names(entries.clone()));
}
