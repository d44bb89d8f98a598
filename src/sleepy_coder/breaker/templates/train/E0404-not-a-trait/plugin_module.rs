//~ family: E0404-not-a-trait
mod plugins {
    use std::fmt;

    pub trait Plugin: fmt::Debug {
        fn run(&self, input: &str) -> Result<String, Failure>;
    }

    #[derive(Debug)]
    pub enum Failure {
        Empty,
        TooLong(usize),
    }

    impl fmt::Display for Failure {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Failure::Empty => f.write_str("nothing to do"),
                Failure::TooLong(by) => write!(f, "{by} too long"),
            }
        }
    }

    impl std::error::Error for Failure {}
}

use plugins::{Failure, Plugin};

#[derive(Debug)]
struct Shout {
    limit: usize,
}

impl Plugin for Shout {
    fn run(&self, input: &str) -> Result<String, Failure> {
        match input.len() {
            0 => Err(Failure::Empty),
            size if size > self.limit => Err(Failure::TooLong(size - self.limit)),
            _ => Ok(input.to_uppercase()),
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shout: Box<dyn Plugin> = Box::new(Shout { limit: 6 });
    for input in ["", "quiet", "far too loud"] {
        shout.run(input).map_or_else(|failure| println!("{failure}"), |text| println!("{text}"));
    }
    println!("{} from {shout:?}", shout.run("last")?);
    Ok(())
}
