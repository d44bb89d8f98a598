//~ family: E0716-owner-removed
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Default)]
struct Book {
    pages: Rc<RefCell<Vec<String>>>,
}

impl Book {
    fn write(&self, page: &str) -> &Self {
        self.pages.borrow_mut().push(page.to_owned());
        self
    }

    fn longest(&self) -> usize {
        let pages = self.pages.borrow();
        let longest = pages.iter().max_by_key(|page| page.len());
        longest.map_or(0, |page| page.len())
    }

    fn joined(&self) -> String {
        self.pages.borrow().join(" ")
    }
}

fn initials(book: &Book) -> Vec<char> {
    let text = book.joined();
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.filter_map(|word| word.chars().next()).collect()
}

fn main() {
    let book = Book::default();
    book.write("slow boats").write("old charts");
    println!("{} {:?}", book.longest(), initials(&book));
    let copy = Book::clone(&book);
    let pages = &copy.pages;
    println!("{}", pages.borrow().len());
    let upper = book.joined().to_uppercase();
    let head = match upper.find(' ') {
        Some(end) => &upper[..end],
        None => "",
    };
    println!("{head}");
}
