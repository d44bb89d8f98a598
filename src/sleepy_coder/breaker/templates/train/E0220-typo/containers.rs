//~ family: E0220-typo
trait Container {
    type Item;
    fn first(&self) -> Option<&Self::Item>;
    fn put(&mut self, item: Self::Item);
}

struct Shelf {
    books: Vec<String>,
}

impl Container for Shelf {
    type Item = String;

    fn first(&self) -> Option<&Self::Item> {
        self.books.first()
    }

    fn put(&mut self, item: Self::Item) {
        self.books.insert(0, item);
    }
}

fn replace<C: Container>(container: &mut C, item: C::Item) -> Option<&C::Item> {
    container.put(item);
    container.first()
}

fn main() {
    let mut shelf = Shelf { books: vec!["atlas".to_string()] };
    println!("{:?}", replace(&mut shelf, "novel".to_string()));
}
