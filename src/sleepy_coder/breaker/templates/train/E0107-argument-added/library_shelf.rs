//~ family: E0107-argument-added
use std::collections::HashMap;

#[derive(Clone)]
struct Book {
    title: String,
    pages: u32,
}

struct Shelf<K> {
    slots: HashMap<K, Book>,
}

impl Shelf<u8> {
    fn place(&mut self, slot: u8, title: &str, pages: u32) -> Option<Book> {
        self.slots.insert(slot, Book { title: title.to_string(), pages })
    }
}

fn thick(shelf: &Shelf<u8>, limit: u32) -> Vec<Book> {
    let mut found: Vec<Book> = shelf.slots.values().filter(|book| book.pages > limit).cloned().collect();
    found.sort_by(|left, right| left.title.cmp(&right.title));
    found
}

fn main() {
    let mut shelf = Shelf { slots: HashMap::new() };
    shelf.place(1, "Dunes", 410);
    shelf.place(2, "Reeds", 96);
    let old = shelf.place(2, "Maps", 520);
    println!("{}", old.map(|book| book.title).unwrap_or_default());
    for book in thick(&shelf, 300) {
        println!("{} {}", book.title, book.pages);
    }
}
