//~ family: parse-paren
use std::fmt::Write as _;
use std::io::{self, BufRead, Cursor};

type Row<'t> = (&'t str, Result<i32, std::num::ParseIntError>);

const HEADER: (&str, usize) = ("item", 8);

fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    text.split(';').filter_map(|row| {
        let (name, number) = row.split_once(':')?;
        Some((name.trim(), number.trim().parse()))
    })
}

fn render(text: &str) -> Result<String, std::fmt::Error> {
    let mut out = String::with_capacity(text.len() * 2);
    writeln!(out, "{:<width$}|", HEADER.0, width = HEADER.1)?;
    for (name, number) in rows(text) {
        match number {
            Ok(number) if number < 0 => write!(out, "({}) ", number.abs())?,
            Ok(number) => write!(out, "{number:>5} ")?,
            Err(problem) => write!(out, "[{}] ", problem.to_string().len())?,
        };
        out.push_str(&name.to_uppercase());
    }
    Ok(out)
}

fn main() -> io::Result<()> {
    let input = Cursor::new("tea: 4; salt: -2\nrice: many");
    for line in input.lines() {
        let line = line?;
        println!("{}", render(&line).unwrap_or_else(|_| String::from("?")));
    }
    Ok(())
}
