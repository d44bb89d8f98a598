//~ family: E0072-unboxed
struct Failure {
    text: String,
    cause: Option<Box<Failure>>,
}

impl Failure {
    fn new(text: &str) -> Failure {
        Failure { text: text.to_string(), cause: None }
    }

    fn because(mut self, cause: Failure) -> Failure {
        self.cause = Some(cause.into());
        self
    }

    fn full(&self) -> String {
        match self.cause.as_ref() {
            Some(cause) => format!("{}: {}", self.text, cause.full()),
            None => self.text.clone(),
        }
    }
}

fn read(name: &str) -> Result<u32, Failure> {
    name.parse::<u32>().map_err(|error| Failure::new(name).because(Failure::new(&error.to_string())))
}

fn main() {
    for name in ["42", "4x"] {
        match read(name) {
            Ok(number) => println!("{number}"),
            Err(failure) => println!("{}", Failure::new("load").because(failure).full()),
        }
    }
}
