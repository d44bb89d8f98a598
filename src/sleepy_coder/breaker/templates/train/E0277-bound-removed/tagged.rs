//~ family: E0277-bound-removed
use std::fmt;

trait Tag {
    const TAG: &'static str;
}

struct Apple;
struct Plum;

impl Tag for Apple {
    const TAG: &'static str = "apple";
}

impl Tag for Plum {
    const TAG: &'static str = "plum";
}

fn label<T: Tag>(_: &T, count: usize) -> String {
    format!("{} x{count}", T::TAG)
}

struct Crate<T> {
    items: Vec<T>,
}

impl<T: Tag> fmt::Display for Crate<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.items.first() {
            Some(item) => f.write_str(&label(item, self.items.len())),
            None => f.write_str("empty"),
        }
    }
}

fn report<T: Tag>(found: Crate<T>) -> String {
    format!("[{found}]")
}

fn main() {
    println!("{}", report(Crate { items: vec![Apple, Apple] }));
    println!("{} {}", report(Crate { items: vec![Plum] }), report(Crate::<Plum> { items: vec![] }));
}
