//~ family: edition-gen-keyword
//~ edition: 2024
use std::fmt::{self, Display, Write};

pub mod r#gen {
    #[derive(Default)]
    pub struct Emitter {
        pub lines: Vec<String>,
        pub depth: usize,
    }

    impl Emitter {
        pub fn line(&mut self, text: impl AsRef<str>) -> &mut Self {
            let indent = "  ".repeat(self.depth);
            self.lines.push(indent + text.as_ref());
            self
        }
    }
}

use r#gen::Emitter;

struct Enum<'a> {
    name: &'a str,
    variants: &'a [&'a str],
}

impl Enum<'_> {
    fn emit(&self, r#gen: &mut Emitter) -> usize {
        r#gen.line(format!("enum {}", self.name));
        r#gen.depth += 1;
        for variant in self.variants {
            r#gen.line(variant);
        }
        r#gen.depth -= 1;
        r#gen.lines.len()
    }
}

impl Display for Emitter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| f.write_str(line).and_then(|()| f.write_char('\n')))
    }
}

fn main() {
    let mut emitter = Emitter::default();
    let count = Enum { name: "Suit", variants: &["Hearts", "Spades"] }.emit(&mut emitter);
    print!("{emitter}");
    println!("{count}");
}
