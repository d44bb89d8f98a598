//~ family: E0050-parameter-count
use std::fmt::{self, Display, Write};
use std::ops::{Index, Sub};

struct Upper(String);

impl Write for Upper {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_str(&text.to_uppercase());
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Span(u32, u32);

impl Sub<u32> for Span {
    type Output = Span;
    fn sub(self, by: u32) -> Span {
        Span(self.0 - by, self.1 - by)
    }
}

impl Index<Span> for Upper {
    type Output = str;
    fn index(&self, span: Span) -> &str {
        &self.0[span.0 as usize..span.1 as usize]
    }
}

impl Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.0, self.1)
    }
}

fn main() {
    let mut upper = Upper(String::new());
    let span = Span(4, 8) - 2;
    write!(upper, "over the {span}").unwrap();
    println!("{} {}", upper.0, &upper[span]);
}
