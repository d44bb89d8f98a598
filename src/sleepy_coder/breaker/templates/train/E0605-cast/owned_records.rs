//~ family: E0605-cast
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Display};

#[derive(Debug, Clone)]
struct Book {
    title: String,
    loan: Option<u16>,
}

impl Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.title, self.loan)
    }
}

struct Log<W> {
    lines: Vec<String>,
    width: W,
}

impl<W: Debug> Log<W> {
    fn add<T>(&mut self, item: T) -> &mut Self
    where
        T: Debug,
    {
        self.lines.push(format!("{item:?}/{:?}", self.width));
        self
    }

    fn shown(&mut self, book: Book, parts: BTreeMap<u8, Book>) -> usize {
        let width = parts.len();
        self.add(book.loan).add(parts).add(width);
        self.lines.iter().map(String::len).sum()
    }
}

fn boxed(book: Book, long: bool) -> Box<dyn Display> {
    if long {
        return Box::new(book);
    }
    let title = book.title;
    Box::new(title)
}

fn main() {
    let book = Book { title: "Roots".to_string(), loan: None };
    let mut log = Log { lines: Vec::new(), width: ('w', 3) };
    println!("{}", log.shown(book.clone(), BTreeMap::from([(1, book.clone())])));
    for long in [true, false] {
        let printed = boxed(book.clone(), long);
        println!("{printed}");
    }
}
