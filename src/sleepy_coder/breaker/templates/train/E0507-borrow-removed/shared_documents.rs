//~ family: E0507-borrow-removed
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Document {
    title: String,
    pages: Vec<Page>,
    parent: RefCell<Weak<Document>>,
}

struct Page {
    lines: Vec<String>,
    footer: Option<String>,
}

fn last_lines(document: &Rc<Document>) -> Vec<&str> {
    let mut lines = Vec::new();
    for page in &document.pages {
        if let Some(line) = page.lines.last() {
            lines.push(line.as_str());
        }
    }
    lines
}

fn path(document: &Rc<Document>) -> String {
    let own = document.title.clone();
    match document.parent.borrow().upgrade() {
        Some(parent) => format!("{}/{own}", path(&parent)),
        None => own,
    }
}

fn footers(documents: &[Rc<Document>]) -> usize {
    let width = |page: &Page| page.footer.as_ref().map_or(0, |text| text.len());
    documents.iter().flat_map(|document| document.pages.iter()).map(width).sum()
}

fn opening(document: &Document) -> Option<String> {
    let page = document.pages.first()?;
    let line = &page.lines[0];
    (!line.is_empty()).then(|| line.to_lowercase())
}

fn main() {
    let page = Page { lines: vec!["Call".to_string(), "Answer".to_string()], footer: Some("1".to_string()) };
    let book = Rc::new(Document { title: "book".to_string(), pages: vec![page], parent: RefCell::default() });
    let note = Rc::new(Document { title: "note".to_string(), pages: Vec::new(), parent: RefCell::default() });
    *note.parent.borrow_mut() = Rc::downgrade(&book);
    println!("{:?} {}", last_lines(&book), path(&note));
    println!("{:?} {}", opening(&book), footers(&[book, note]));
}
