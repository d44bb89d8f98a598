//~ family: E0596-shared-reference
use std::cell::RefCell;
use std::fmt::{self, Write};
use std::rc::Rc;

struct Indented<'w, W: Write> {
    inner: &'w mut W,
}

impl<W: Write> Indented<'_, W> {
    fn line(&mut self, text: &str) -> fmt::Result {
        writeln!(self.inner, "  {text}")
    }
}

fn twice<F: FnMut(u8)>(hook: &mut F) {
    for round in 1..=2 {
        hook(round);
    }
}

fn drain(lists: &mut (Vec<u8>, Vec<u8>), into: &mut String) {
    for byte in lists.1.iter() {
        into.push(*byte as char);
    }
    let (front, _) = lists;
    front.clear();
}

fn main() -> fmt::Result {
    let mut page = String::from("page\n");
    let mut writer = Indented { inner: &mut page };
    writer.line("first")?;
    let counts = Rc::new(RefCell::new(Vec::new()));
    twice(&mut |round| counts.borrow_mut().push(round));
    let mut lists = (vec![1], b"xyz".to_vec());
    let second = &mut lists.1;
    second.truncate(2);
    drain(&mut lists, &mut page);
    println!("{page} {:?} {}", counts, lists.0.len());
    Ok(())
}
