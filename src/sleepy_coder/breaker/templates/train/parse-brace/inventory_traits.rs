//~ family: parse-brace
//~ vary u32: u32 | u64
use std::collections::HashMap;

#[derive(Debug)]
pub enum Problem {
    Unknown(String),
    Short { wanted: u32, held: u32 },
}

pub trait Store {
    const LIMIT: u32;

    fn held(&self, name: &str) -> Option<u32>;

    fn check(&self, name: &str, wanted: u32) -> Result<(), Problem> {
        let Some(held) = self.held(name) else {
            return Err(Problem::Unknown(name.to_string()));
        };
        if wanted > held || wanted > Self::LIMIT {
            return Err(Problem::Short { wanted, held });
        }
        Ok(())
    }
}

impl Store for HashMap<&str, u32> {
    const LIMIT: u32 = 60;

    fn held(&self, name: &str) -> Option<u32> {
        self.get(name).copied()
    }
}

fn main() {
    let store = HashMap::from([("flour", 80), ("salt", 3)]);
    for (name, wanted) in [("flour", 70), ("salt", 2), ("rice", 1)] {
        match store.check(name, wanted) {
            Ok(()) => println!("{name} fine"),
            Err(Problem::Unknown(name)) => println!("no {name}"),
            Err(Problem::Short { wanted, held }) => println!("{wanted} of {held}"),
        }
    }
}
