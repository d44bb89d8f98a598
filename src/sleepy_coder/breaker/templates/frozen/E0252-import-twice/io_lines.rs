//~ family: E0252-import-twice
use std::error::Error as StdError;
use std::io::{BufRead, Cursor, Write};

fn number_lines(text: &str) -> Result<String, Box<dyn StdError>> {
    let mut out = Vec::new();
    for (number, line) in Cursor::new(text).lines().enumerate() {
        writeln!(out, "{:02} {}", number + 1, line?)?;
    }
    Ok(String::from_utf8(out)?)
}

fn main() {
    match number_lines("salt\npepper\nlemon") {
        Ok(text) => print!("{text}"),
        Err(error) => println!("{error}"),
    }
}
