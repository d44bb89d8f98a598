//~ family: E0277-map-err-removed
use std::fmt::{self, Display, Write as _};
use std::io::{self, BufRead, Read};

#[derive(Debug)]
pub struct LoadError {
    message: String,
}

pub struct Broken(io::Error);

impl LoadError {
    fn from_io(source: io::Error) -> Self {
        LoadError { message: format!("io: {source}") }
    }

    fn from_format(_: fmt::Error) -> Self {
        LoadError { message: "cannot format".to_string() }
    }
}

impl Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

pub fn load<R: Read>(mut source: R, most: u64) -> Result<String, LoadError> {
    let mut text = String::new();
    let read = source.by_ref().take(most).read_to_string(&mut text).map_err(LoadError::from_io)?;
    writeln!(text, "({read} bytes)").map_err(LoadError::from_format)?;
    Ok(text)
}

pub fn first_line(mut source: impl BufRead) -> Result<Option<String>, Broken> {
    let mut line = String::new();
    if source.read_line(&mut line).map_err(Broken)? == 0 {
        return Ok(None);
    }
    let second = source.lines().next().transpose().map_err(|error| Broken(error))?;
    Ok(Some(line + &second.unwrap_or_default()))
}

fn main() {
    for bytes in [&b"north\nsouth"[..], b"\xff\xfe", b""] {
        match load(bytes, 80) {
            Ok(text) => println!("{text}"),
            Err(error) => println!("{error:>20}"),
        }
        match first_line(bytes) {
            Ok(line) => println!("{line:?}"),
            Err(Broken(error)) => println!("{:?}", error.kind()),
        }
    }
}
