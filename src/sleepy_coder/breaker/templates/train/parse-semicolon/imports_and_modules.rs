//~ family: parse-semicolon
use std::collections::HashSet;
use std::fmt::Write as _;

mod limits {
    pub const LOWEST: i16 = -40;
    pub const HIGHEST: i16 = 120;
    pub type Degrees = i16;

    pub fn clamp(value: Degrees) -> Degrees {
        let value = value.max(LOWEST);
        value.min(HIGHEST)
    }
}

use limits::{clamp, Degrees};

#[derive(Default)]
struct Log {
    lines: String,
    seen: HashSet<Degrees>,
}

impl Log {
    fn add(&mut self, value: Degrees) -> bool {
        let value = clamp(value);
        let fresh = self.seen.insert(value);
        writeln!(self.lines, "{value:>4} {fresh}").unwrap();
        if !fresh {
            return false;
        }
        self.lines.push('*');
        true
    }
}

fn main() {
    let mut log = Log::default();
    let added: Vec<bool> = [20, 500, 121, -70].into_iter().map(|value| log.add(value)).collect();
    print!("{}", log.lines);
    println!("{added:?}");
}
