//~ family: E0597-inner-scope
struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn word(&mut self) -> Option<&'a str> {
        let (word, rest) = self.rest.split_once(' ')?;
        self.rest = rest;
        Some(word)
    }
}

fn load(name: &str) -> Result<String, String> {
    match name {
        "start" => Ok(String::from("move north then west ")),
        _ => Err(format!("no file {name}")),
    }
}

fn main() -> Result<(), String> {
    let mut parser = Parser { rest: "stay here " };
    let text = load("start")?;
    if parser.word() == Some("stay") {
        parser.rest = &text;
    }
    while let Some(word) = parser.word() {
        println!("{word}");
    }
    let mut seen = Vec::new();
    for at in 0..3 {
        let line = load("start")?.repeat(at);
        seen.push(line);
    }
    println!("{}", seen.concat().len());
    Ok(())
}
