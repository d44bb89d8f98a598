//~ family: lifetime-bound-removed
use std::collections::BTreeMap;

#[derive(PartialEq)]
enum Reply {
    Text(String),
    Count(usize),
}

struct Router {
    prefix: String,
    seen: usize,
}

impl Router {
    fn handlers<'h>(&'h self) -> BTreeMap<&'static str, Box<dyn Fn(&str) -> Reply + 'h>> {
        let mut map: BTreeMap<&'static str, Box<dyn Fn(&str) -> Reply + 'h>> = BTreeMap::new();
        map.insert("echo", Box::new(|text| Reply::Text(format!("{}{text}", self.prefix))));
        map.insert("size", Box::new(|text| Reply::Count(text.len() + self.seen)));
        map
    }

    fn counter(&mut self) -> impl FnMut() -> usize + '_ {
        || {
            self.seen += 1;
            self.seen
        }
    }

    fn fallback<'h>(&'h self, other: Option<&'h str>) -> Result<Box<dyn Fn() -> &'h str + 'h>, usize> {
        match other {
            Some(text) if text.is_empty() => Err(self.seen),
            Some(text) => Ok(Box::new(move || text)),
            None => Ok(Box::new(|| self.prefix.as_str())),
        }
    }
}

fn main() {
    let mut router = Router { prefix: "> ".to_string(), seen: 4 };
    let counts: Vec<usize> = std::iter::repeat_with(router.counter()).take(2).collect();
    println!("{counts:?}");
    for (name, handler) in &router.handlers() {
        println!("{name} {}", handler("hello") == Reply::Count(11));
    }
    println!("{:?}", router.fallback(Some("f")).map(|made| made().len()));
}
