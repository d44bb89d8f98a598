//~ family: E0309-outlives-removed
use std::error::Error;
use std::fmt::{self, Debug, Display};

type Problem<'e> = Box<dyn Error + 'e>;

#[derive(Debug)]
struct Context<T, E> {
    text: T,
    cause: E,
}

impl<T: Display, E: Display> Display for Context<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.text, self.cause)
    }
}

impl<T: Debug + Display, E: Debug + Display> Error for Context<T, E> {}

trait Explain<'e, T> {
    fn explain<D: Debug + Display + 'e>(self, text: D) -> Result<T, Problem<'e>>;
}

impl<'e, T, E> Explain<'e, T> for Result<T, E>
where
    E: Error + 'e,
{
    fn explain<D: Debug + Display + 'e>(self, text: D) -> Result<T, Problem<'e>> {
        match self {
            Ok(value) => Ok(value),
            Err(cause) => Err(Box::new(Context { text, cause })),
        }
    }
}

fn refuse<'e, T>(text: impl Debug + Display + 'e, cause: &'e str) -> Result<T, Problem<'e>> {
    Err(Box::new(Context { text, cause }))
}

fn age<'e>(text: &'e str) -> Result<u8, Problem<'e>> {
    let age = text.parse::<u8>().explain(text)?;
    if age > 120 {
        refuse(age, "too old")
    } else {
        Ok(age)
    }
}

fn main() {
    for text in ["41", "old", "200"] {
        match age(text) {
            Ok(age) => println!("{age}"),
            Err(problem) => println!("{problem}"),
        }
    }
}
