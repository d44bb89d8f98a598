//~ family: E0261-lifetime-undeclared
use std::fmt::Debug;

trait Source<'s> {
    type Part: Debug;

    fn part(&self, at: usize) -> Option<Self::Part>;
    fn whole(&self) -> &'s str;
}

struct Lines<'s>(&'s str);

struct Bytes<'s> {
    text: &'s str,
}

impl<'s> Source<'s> for Lines<'s> {
    type Part = &'s str;

    fn part(&self, at: usize) -> Option<&'s str> {
        self.0.lines().nth(at)
    }

    fn whole(&self) -> &'s str {
        self.0
    }
}

impl<'s> Source<'s> for Bytes<'s> {
    type Part = u8;

    fn part(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn whole(&self) -> &'s str {
        self.text.trim()
    }
}

fn show<'s, S: Source<'s>>(source: S) -> String {
    format!("{:?} of {}", source.part(1), source.whole().len())
}

fn main() {
    let text = "reed\nrush\n";
    println!("{}; {}", show(Lines(text)), show(Bytes { text }));
}
