//~ family: parse-quote
#[derive(Default)]
struct Usage<'u> {
    program: &'u str,
    flags: Vec<(char, &'u str)>,
}

impl<'u> Usage<'u> {
    fn flag(mut self, letter: char, meaning: &'u str) -> Self {
        self.flags.push((letter, meaning));
        self
    }
}

impl From<Usage<'_>> for String {
    fn from(usage: Usage<'_>) -> String {
        let width = usage.flags.iter().map(|(_, meaning)| meaning.len()).max().unwrap_or(0);
        let lines = usage.flags.iter().map(|(letter, meaning)| format!("  -{letter}  {meaning:<width$}|\n"));
        usage.program.to_owned() + &lines.collect::<String>()
    }
}

fn main() {
    let usage = Usage { program: "tally [FLAGS]\n", ..Usage::default() };
    let text = String::from(usage.flag('q', "say less").flag('v', "say more"));
    print!("{text}");
}
