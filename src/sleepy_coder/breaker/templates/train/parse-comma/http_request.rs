//~ family: parse-comma
use std::{
    collections::HashMap,
    fmt::{self, Display, Write},
};

#[derive(Debug, Default)]
struct Request<'a> {
    verb: &'a str,
    path: &'a str,
    headers: HashMap<&'a str, Vec<&'a str>>,
}

enum Malformed {
    NoVerb,
    NoPath { after: String, at: usize },
    Header(usize, String),
}

impl<'a> Request<'a> {
    fn parse(text: &'a str) -> Result<Self, Malformed> {
        let mut lines = text.lines();
        let (verb, rest) = lines.next().and_then(|line| line.split_once(' ')).ok_or(Malformed::NoVerb)?;
        if rest.is_empty() {
            return Err(Malformed::NoPath { after: verb.to_string(), at: verb.len() });
        }
        let mut request = Request { verb, path: rest.trim_end_matches(" HTTP"), ..Default::default() };
        for (number, line) in lines.enumerate() {
            let (key, value) = line.split_once(": ").ok_or_else(|| Malformed::Header(number, line.to_string()))?;
            request.headers.entry(key).or_default().push(value);
        }
        Ok(request)
    }
}

impl Display for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.verb)?;
        f.write_char(' ')?;
        write!(f, "{} ({} headers)", self.path, self.headers.len())
    }
}

fn main() {
    for text in ["GET /index HTTP\nHost: here\nAccept: all", "GET", "PUT ", "GET /\nbroken"] {
        match Request::parse(text) {
            Ok(request) => println!("{request}"),
            Err(Malformed::NoVerb) => println!("no verb"),
            Err(Malformed::NoPath { after, at }) => println!("no path after {after} at {at}"),
            Err(Malformed::Header(number, line)) => println!("{number}: {line}"),
        }
    }
}
