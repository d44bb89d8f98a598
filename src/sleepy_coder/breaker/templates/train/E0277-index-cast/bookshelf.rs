//~ family: E0277-index-cast
//~ vary i32: i32 | i64 | u32 | u8
//~ vary u64: u64 | i64 | usize
struct Shelf {
    titles: Vec<String>,
    pages: Vec<u64>,
    cursor: i32,
}

impl Shelf {
    fn current_title(&self) -> &str {
        &self.titles[self.cursor as usize]
    }

    fn pages_at(&self, slot: i32) -> u64 {
        self.pages[slot as usize] + 1
    }

    fn advance(&mut self) {
        self.cursor += 1;
    }
}

fn main() {
    let mut shelf = Shelf {
        titles: vec!["Emma".to_string(), "Dune".to_string(), "Ulysses".to_string()],
        pages: vec![44, 61, 73],
        cursor: 0,
    };
    shelf.advance();
    println!("{} has {} pages", shelf.current_title(), shelf.pages_at(shelf.cursor));
}
