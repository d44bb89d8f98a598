//~ family: E0407-method-typo
use std::error::Error;
use std::fmt::{self, Write};

#[derive(Debug)]
struct LoadError {
    line: usize,
    cause: Option<Box<dyn Error>>,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is bad", self.line)
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref()
    }
}

#[derive(Default)]
struct Upper(String);

impl Write for Upper {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        piece.chars().try_for_each(|letter| self.write_char(letter))
    }

    fn write_char(&mut self, letter: char) -> fmt::Result {
        self.0.extend(letter.to_uppercase());
        Ok(())
    }
}

fn main() -> fmt::Result {
    let cause = "x1".parse::<i32>().err().map(|error| Box::new(error) as Box<dyn Error>);
    let error = LoadError { line: 3, cause };
    let mut upper = Upper::default();
    write!(upper, "{error}: {:?}", error.source().map(|source| source.to_string()))?;
    println!("{}", upper.0);
    Ok(())
}
