//~ family: E0407-method-typo
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
struct ReadError {
    line: usize,
    cause: ParseIntError,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no number", self.line)
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}

#[derive(Debug, Default)]
struct Names(Vec<String>);

impl Clone for Names {
    fn clone(&self) -> Names {
        Names(self.0.clone())
    }

    fn clone_from(&mut self, other: &Names) {
        self.0.clear();
        self.0.extend(other.0.iter().map(|name| format!("{name}2")));
    }
}

fn total(text: &str) -> Result<i32, ReadError> {
    let mut sum = 0;
    for (line, word) in text.lines().enumerate() {
        sum += word.parse::<i32>().map_err(|cause| ReadError { line, cause })?;
    }
    Ok(sum)
}

fn main() {
    println!("{:?}", total("3\n4").ok());
    if let Err(error) = total("3\nx\n4") {
        println!("{error}: {}", error.source().map(|cause| cause.to_string()).unwrap_or_default());
    }
    let mut copy = Names::default();
    copy.clone_from(&Names(vec!["oak".to_string()]));
    println!("{copy:?}");
}
