//~ family: E0252-import-twice
//! A table of commands, each in a module of its own.

mod command {
    pub trait Run {
        fn run(&self, words: &[&str]) -> Result<String, super::Failure>;
    }

    pub mod list {
        use super::super::Failure;
        use super::Run;
        use std::fmt::Write as _;

        pub struct List<const MAX: usize>;

        impl<const MAX: usize> Run for List<MAX> {
            fn run(&self, words: &[&str]) -> Result<String, Failure> {
                let mut out = String::new();
                for (place, word) in words.iter().enumerate().take(MAX) {
                    write!(out, "{place}={word} ").map_err(|_| Failure::Io)?;
                }
                Ok(out)
            }
        }
    }
}

#[derive(Debug)]
pub enum Failure {
    Io,
    Unknown(String),
}

fn find(name: &str) -> Result<Box<dyn command::Run>, Failure> {
    use Failure::Unknown as NotThere;
    use command::list::List;

    match name {
        "list" => Ok(Box::new(List::<2>)),
        other => Err(NotThere(other.to_uppercase())),
    }
}

fn main() {
    for name in ["list", "cp"] {
        match find(name).and_then(|command| command.run(&["a", "b", "c"])) {
            Err(Failure::Unknown(name)) => println!("no {name}"),
            other => println!("{other:?}"),
        }
    }
}
