//~ family: E0308-question-removed
//~ vary i64: i64 | u64
use std::iter::Peekable;
use std::str::Chars;

type Parsed<T> = Result<T, String>;

struct Parser<'s> {
    rest: Peekable<Chars<'s>>,
}

enum Term {
    Number(i64),
    Group(Vec<Term>),
}

impl Parser<'_> {
    fn digit(&mut self) -> Parsed<i64> {
        let letter: char = self.rest.next().ok_or("end of text")?;
        letter.to_digit(10).map(i64::from).ok_or_else(|| format!("'{letter}' is no digit"))
    }

    fn group(&mut self) -> Parsed<Vec<Term>> {
        let mut terms = vec![self.term()?];
        while self.rest.next_if_eq(&',').is_some() {
            terms.push(self.term()?);
        }
        if self.close()? > 50 {
            return Err("too long".to_string());
        }
        Ok(terms)
    }

    fn close(&mut self) -> Parsed<usize> {
        match self.rest.next() {
            Some(')') => Ok(self.rest.clone().count()),
            other => Err(format!("{other:?} for ')'")),
        }
    }

    fn term(&mut self) -> Parsed<Term> {
        if self.rest.next_if_eq(&'(').is_some() {
            return Ok(Term::Group(self.group()?));
        }
        let tens: i64 = self.digit()?;
        Ok(Term::Number(tens * 10 + self.digit()?))
    }
}

fn total(term: &Term) -> i64 {
    match term {
        Term::Number(value) => *value,
        Term::Group(terms) => terms.iter().map(total).sum(),
    }
}

fn main() {
    for text in ["(12,(40,05))", "7x", "(11;"] {
        let term = Parser { rest: text.chars().peekable() }.term();
        println!("{:?}", term.as_ref().map(total));
    }
}
