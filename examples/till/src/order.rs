//! The tiny language of orders, one command a line.

use std::fmt;

use crate::money::{Money, MoneyError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Add { quantity: u32, code: String },
    Drop { quantity: u32, code: String },
    Coupon(String),
    Split(u32),
    Pay(Money),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    UnknownCommand(String),
    MissingWord(&'static str),
    BadQuantity(String),
    BadAmount(MoneyError),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderError {
    pub line: usize,
    pub problem: Problem,
}

impl From<MoneyError> for Problem {
    fn from(error: MoneyError) -> Problem {
        Problem::BadAmount(error)
    }
}

impl fmt::Display for OrderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: ", self.line)?;
        match &self.problem {
            Problem::UnknownCommand(word) => write!(out, "unknown command {}", word),
            Problem::MissingWord(what) => write!(out, "{} is missing", what),
            Problem::BadQuantity(word) => write!(out, "{} is no quantity", word),
            Problem::BadAmount(error) => write!(out, "cannot pay with that: {:?}", error),
        }
    }
}

struct Words<'a> {
    rest: Vec<&'a str>,
    read: usize,
}

impl<'a> Words<'a> {
    fn of(line: &'a str) -> Words<'a> {
        Words { rest: line.split_whitespace().collect(), read: 0 }
    }

    fn word(&mut self, what: &'static str) -> Result<&'a str, Problem> {
        let word = self.rest.get(self.read).copied().ok_or(Problem::MissingWord(what))?;
        self.read += 1;
        Ok(word)
    }

    fn quantity(&mut self) -> Result<u32, Problem> {
        let word = self.word("a quantity")?;
        match word.parse::<u32>() {
            Ok(quantity) if quantity > 0 => Ok(quantity),
            _ => Err(Problem::BadQuantity(word.to_string())),
        }
    }
}

fn command(line: &str) -> Result<Command, Problem> {
    let mut words = Words::of(line);
    match words.word("a command")? {
        "add" => {
            let quantity = words.quantity()?;
            let code = words.word("a product")?.to_string();
            Ok(Command::Add { quantity, code })
        }
        "drop" => {
            let quantity = words.quantity()?;
            let code = words.word("a product")?.to_string();
            Ok(Command::Drop { quantity, code })
        }
        "coupon" => Ok(Command::Coupon(words.word("a coupon")?.to_string())),
        "split" => Ok(Command::Split(words.quantity()?)),
        "pay" => {
            let amount = Money::parse(words.word("an amount")?)?;
            Ok(Command::Pay(amount))
        }
        other => Err(Problem::UnknownCommand(other.to_string())),
    }
}

/// The commands of an order; empty lines and everything after `#` are skipped.
pub fn parse(text: &str) -> Result<Vec<Command>, OrderError> {
    let mut commands = Vec::new();
    for (index, full) in text.lines().enumerate() {
        let code = full.split('#').next().unwrap_or("").trim();
        if code.is_empty() {
            continue;
        }
        let line = index + 1;
        let parsed = command(code).map_err(|problem| OrderError { line, problem })?;
        commands.push(parsed);
    }
    Ok(commands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_command() {
        let text = "add 3 apple\ndrop 1 apple\n\ncoupon SPRING # ten days only\nsplit 2\npay 20.00\n";
        let expected = vec![
            Command::Add { quantity: 3, code: "apple".to_string() },
            Command::Drop { quantity: 1, code: "apple".to_string() },
            Command::Coupon("SPRING".to_string()),
            Command::Split(2),
            Command::Pay(Money::from_cents(2000)),
        ];
        assert_eq!(parse(text), Ok(expected));
    }

    #[test]
    fn names_the_line_of_an_error() {
        let error = parse("# monday\nadd 1 bun\nsteal 1 bun").unwrap_err();
        assert_eq!(error.line, 3);
        assert_eq!(error.to_string(), "line 3: unknown command steal");
    }

    #[test]
    fn refuses_bad_quantities() {
        for word in ["0", "-1", "many"] {
            let error = parse(&format!("add {} bun", word)).unwrap_err();
            assert_eq!(error.problem, Problem::BadQuantity(word.to_string()));
            assert_eq!(error.to_string(), format!("line 1: {} is no quantity", word));
        }
    }

    #[test]
    fn says_what_is_missing() {
        assert_eq!(parse("add").unwrap_err().to_string(), "line 1: a quantity is missing");
        assert_eq!(parse("add 2").unwrap_err().to_string(), "line 1: a product is missing");
        assert_eq!(parse("coupon").unwrap_err().problem, Problem::MissingWord("a coupon"));
    }

    #[test]
    fn passes_on_why_an_amount_is_bad() {
        let error = parse("pay 1.005").unwrap_err();
        assert_eq!(error.problem, Problem::BadAmount(MoneyError::TooManyDecimals("1.005".to_string())));
        assert!(error.to_string().starts_with("line 1: cannot pay with that"));
    }
}
