//~ family: E0276-bound-added
use std::fmt::{Debug, Display};

trait Printer {
    fn print<T: Display>(&mut self, value: T);
    fn list<T: Debug>(&mut self, values: &[T]) -> usize;
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Printer for Page {
    fn print<T: Display>(&mut self, value: T) {
        self.text.push_str(&format!("<{value}>"));
    }

    fn list<T: Debug>(&mut self, values: &[T]) -> usize {
        for value in values {
            self.text.push_str(&format!("{value:?};"));
        }
        values.len()
    }
}

fn main() {
    let mut page = Page::default();
    page.print("title");
    page.print(8.5);
    let count = page.list(&['a', 'b']);
    println!("{} {count}", page.text);
}
