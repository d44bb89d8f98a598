//~ family: E0062-field-twice
//~ vary u32: u32 | i32 | u16
#[derive(Debug)]
struct Book {
    title: String,
    author: String,
    year: u32,
}

fn anonymous(title: &str, year: u32) -> Book {
    Book { title: title.to_string(), author: "unknown".to_string(), year }
}

fn main() {
    let books = vec![
        anonymous("Beowulf", 75),
        Book { title: "Walden".to_string(), author: "Thoreau".to_string(), year: 54 },
    ];
    for book in &books {
        println!("{} by {}, {}", book.title, book.author, book.year);
    }
}
