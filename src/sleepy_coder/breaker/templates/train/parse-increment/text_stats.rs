//~ family: parse-increment
use std::collections::HashMap;
use std::fmt;

#[derive(Debug, PartialEq, Eq, Hash, Clone, Copy)]
enum Kind {
    Blank,
    Comment,
    Code,
}

#[derive(Default)]
struct Stats {
    counts: HashMap<Kind, u32>,
    widths: [usize; 4],
    nested: Nested,
}

#[derive(Default)]
struct Nested {
    depth: (i32, i32),
}

impl Stats {
    fn add(&mut self, line: &str) -> Result<Kind, String> {
        let kind = match line.trim() {
            "" => Kind::Blank,
            text if text.starts_with("--") => Kind::Comment,
            _ => Kind::Code,
        };
        *self.counts.entry(kind).or_insert(0) += 1;
        self.widths[line.len().min(3)] += 1;
        if line.ends_with('{') {
            self.nested.depth.0 += 1;
        } else if line.starts_with('}') && self.nested.depth.0 > 0 {
            self.nested.depth.0 -= 1;
        } else if line.contains('}') {
            return Err(format!("stray brace: {line}"));
        }
        self.nested.depth.1 = self.nested.depth.1.max(self.nested.depth.0);
        Ok(kind)
    }
}

impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} kinds {:?} deepest {}", self.counts.len(), self.widths, self.nested.depth.1)
    }
}

fn main() {
    let mut stats = Stats::default();
    for line in ["fn {", "-- note", "", "}", "x}"] {
        println!("{:?}", stats.add(line));
    }
    println!("{stats}");
}
