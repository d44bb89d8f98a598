//~ family: E0425-type-typo
use std::collections::HashMap;
use std::fmt::{self, Formatter};

type Factory = fn(&Options) -> Box<dyn Plugin>;

trait Plugin {
    fn run(&mut self, input: Input<'_>) -> Outcome;
}

#[derive(Default)]
struct Options {
    level: u8,
    tags: HashMap<String, Vec<Tag>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Tag {
    Fast,
    Named(String),
}

struct Input<'a> {
    text: &'a str,
    line: usize,
}

enum Outcome {
    Skipped,
    Changed(String),
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skipped => out.write_str("-"),
            Self::Changed(text) => write!(out, "+{text}"),
        }
    }
}

struct Shout(u8);

impl Plugin for Shout {
    fn run(&mut self, Input { text, line }: Input<'_>) -> Outcome {
        self.0 = self.0.saturating_sub(1);
        if self.0 == 0 {
            Outcome::Skipped
        } else {
            Outcome::Changed(format!("{line}:{}", text.to_uppercase()))
        }
    }
}

fn shout(options: &Options) -> Box<dyn Plugin> {
    let fast = options.tags.values().any(|tags: &Vec<Tag>| tags.contains(&Tag::Fast));
    Box::new(Shout(if fast { 2 } else { options.level }))
}

fn main() {
    let makers: [(&str, Factory); 1] = [("shout", shout)];
    let mut options = Options::default();
    options
        .tags
        .insert("all".to_string(), vec![Tag::Named("x".to_string()), Tag::Fast]);
    for (name, make) in makers {
        let mut plugin = make(&options);
        for line in 1..=2 {
            println!("{name} {}", plugin.run(Input { text: "loud", line }));
        }
    }
}
