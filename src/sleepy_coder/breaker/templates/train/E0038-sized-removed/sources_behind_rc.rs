//~ family: E0038-sized-removed
use std::fmt::Debug;
use std::rc::Rc;

trait Source: Debug {
    fn kind() -> &'static str
    where
        Self: Sized;
    fn level(&self) -> i32;
    fn compare<S: Source>(&self, other: &S) -> i32
    where
        Self: Sized,
    {
        self.level() - other.level()
    }
    fn parse(text: &str) -> Self
    where
        Self: Sized;
}

#[derive(Debug, PartialEq)]
struct Fixed(i32);

impl Source for Fixed {
    fn kind() -> &'static str {
        "fixed"
    }

    fn level(&self) -> i32 {
        self.0
    }

    fn parse(text: &str) -> Self {
        Fixed(text.len() as i32)
    }
}

fn main() {
    let (low, high) = (Fixed(4), Fixed::parse("nineteen"));
    println!("{} {}", high.compare(&low), Fixed::kind());
    let shared = Rc::new(low) as Rc<dyn Source>;
    println!("{} {shared:?}", shared.level() + Rc::clone(&shared).level());
}
