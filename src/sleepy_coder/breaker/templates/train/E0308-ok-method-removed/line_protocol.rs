//~ family: E0308-ok-method-removed
#[derive(Debug, PartialEq)]
enum Reply {
    Value(i64),
    Text(Option<String>),
    Status { code: Option<u16>, fatal: bool },
}

struct Reader<'a> {
    lines: std::str::Lines<'a>,
    last: Option<i64>,
}

impl<'a> Reader<'a> {
    fn number(&mut self) -> Option<i64> {
        let line = self.lines.next()?;
        self.last = line.trim_start_matches(':').parse().ok();
        self.last
    }

    fn reply(&mut self) -> Reply {
        let line = self.lines.next().unwrap_or_default();
        match line.as_bytes() {
            [b'-', rest @ ..] => Reply::Text(std::str::from_utf8(rest).map(str::to_owned).ok()),
            [b'!', ..] => Reply::Status { code: line[1..].parse::<u16>().ok(), fatal: line.len() > 4 },
            _ => self.number().map_or(Reply::Text(None), Reply::Value),
        }
    }
}

fn all(texts: &[&str]) -> Vec<Option<char>> {
    let mut found: Vec<Option<char>> = Vec::with_capacity(texts.len());
    for text in texts {
        found.push(text.parse::<char>().ok());
    }
    found
}

fn main() {
    let mut reader = Reader { lines: "-oops\n!404\nskip\n:12".lines(), last: None };
    println!("{:?} {:?} {:?}", reader.reply(), reader.reply(), reader.reply());
    println!("{:?} {:?}", reader.last, all(&["a", "bc"]));
}
