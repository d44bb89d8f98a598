//~ family: E0716-owner-removed
use std::fmt;

struct Poem {
    lines: Vec<&'static str>,
}

impl fmt::Display for Poem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}

fn rhymes(poem: &Poem) -> usize {
    let text = poem.to_string();
    let endings = text.lines().filter_map(|line| line.chars().last());
    endings.filter(|letter| *letter == 'e').count()
}

fn main() {
    let poem = Poem { lines: vec!["the winter tree", "stands over me", "in snow"] };
    println!("{}", rhymes(&poem));
    let loud = format!("{poem}").to_uppercase();
    let last = loud.trim_end().rsplit('\n').next();
    println!("{last:?}");
}
