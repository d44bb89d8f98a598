//~ family: E0310-static-removed
use std::error::Error;
use std::fmt::{self, Debug};

#[derive(Debug)]
struct Rejected<T> {
    value: T,
    rule: &'static str,
}

impl<T: Debug> fmt::Display for Rejected<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} breaks {}", self.value, self.rule)
    }
}

impl<T: Debug> Error for Rejected<T> {}

fn check<T: PartialOrd + Debug + 'static>(value: T, limit: T) -> Result<T, Box<dyn Error>> {
    if value > limit {
        return Err(Box::new(Rejected { value, rule: "the limit" }));
    }
    Ok(value)
}

fn main() {
    for value in [3.5, 11.0] {
        match check(value, 10.0) {
            Ok(value) => println!("{value} is fine"),
            Err(error) => println!("{error}"),
        }
    }
    println!("{}", check('b', 'x').is_ok());
}
