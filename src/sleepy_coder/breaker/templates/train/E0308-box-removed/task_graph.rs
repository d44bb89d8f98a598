//~ family: E0308-box-removed
use std::any::Any;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

type Fallible<T> = Result<T, Box<dyn Error>>;

#[derive(Debug)]
struct Missing(&'static str);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no {}", self.0)
    }
}

impl Error for Missing {}

struct Slots {
    values: BTreeMap<&'static str, Box<dyn Any>>,
    cleanup: Vec<Box<dyn FnOnce() -> String>>,
}

impl Slots {
    fn put<T: Any>(&mut self, key: &'static str, value: T) -> Option<Box<dyn Any>> {
        self.values.insert(key, Box::new(value))
    }

    fn number(&self, key: &'static str) -> Fallible<i32> {
        let Some(value) = self.values.get(key) else {
            return Err(Box::new(Missing(key)));
        };
        match value.downcast_ref::<i32>() {
            Some(number) => Ok(*number),
            None => Err("not a number".into()),
        }
    }

    fn finish(self) -> Vec<String> {
        self.cleanup.into_iter().map(|job| job()).collect()
    }
}

fn main() {
    let mut slots = Slots {
        values: BTreeMap::new(),
        cleanup: vec![],
    };
    slots.put("depth", 12);
    println!("{}", slots.put("name", "deep".to_string()).is_none());
    let note = String::from("closed");
    slots.cleanup.push(Box::new(move || note + "!"));
    slots.cleanup.push(Box::new(|| "flushed".to_string()));
    for key in ["depth", "name", "width"] {
        match slots.number(key) {
            Ok(number) => println!("{key} {number}"),
            Err(problem) => println!("{problem}"),
        }
    }
    println!("{:?}", slots.finish());
}
