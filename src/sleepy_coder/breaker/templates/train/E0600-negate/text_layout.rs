//~ family: E0600-negate
//~ vary usize: usize | u32
use std::borrow::Cow;
use std::fmt;

const WIDTH: usize = 24;

#[derive(Clone, Copy)]
struct Margin {
    left: usize,
    right: usize,
}

struct Paragraph<'p> {
    text: &'p str,
    title: Option<String>,
    margin: Margin,
}

impl<'p> Paragraph<'p> {
    fn room(&self) -> usize {
        let Margin { left, right } = self.margin;
        let taken = left + right;
        WIDTH.saturating_sub(taken)
    }

    fn heading(&self) -> Cow<'p, str> {
        match self.title.as_deref() {
            Some(title) => Cow::Owned(format!("{}!", title)),
            None => Cow::Borrowed(self.text.split('.').next().unwrap_or("untitled")),
        }
    }
}

impl fmt::Display for Paragraph<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heading = self.heading();
        let indent = " ".repeat(self.margin.left as _);
        writeln!(out, "{}{}", indent, heading)?;
        let mut used = 0;
        for word in self.text.split_whitespace() {
            let length = word.chars().count() as usize;
            if used + length > self.room() {
                used = 0;
                writeln!(out)?;
            }
            used += length + 1;
            write!(out, "{} ", word)?;
        }
        Ok(())
    }
}

fn main() {
    let margin = Margin { left: 2, right: 4 };
    let plain = Paragraph {
        text: "Rain. It will rain until noon",
        title: None,
        margin,
    };
    let named = Paragraph {
        title: Some("Later".to_string()),
        ..plain
    };
    println!("{}", named);
}
