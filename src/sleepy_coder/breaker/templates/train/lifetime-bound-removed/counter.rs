//~ family: lifetime-bound-removed
struct Shelf {
    books: Vec<String>,
}

impl Shelf {
    fn titles(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        Box::new(self.books.iter().map(|book| book.as_str()))
    }

    fn matcher(&self) -> Box<dyn Fn(&str) -> bool + '_> {
        Box::new(|title| self.books.iter().any(|book| book == title))
    }
}

fn main() {
    let shelf = Shelf { books: vec![String::from("Dune"), String::from("Emma")] };
    println!("{}", shelf.titles().collect::<Vec<_>>().join(", "));
    let has = shelf.matcher();
    println!("{} {}", has("Emma"), has("Ulysses"));
}
