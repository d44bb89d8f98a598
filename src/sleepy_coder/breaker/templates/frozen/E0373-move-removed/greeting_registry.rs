//~ family: E0373-move-removed
//~ vary salut: salut | servus | ahoy
use std::collections::BTreeMap;

type Greeter = Box<dyn Fn(&str) -> String>;

fn excited(opening: String) -> Greeter {
    Box::new(move |person| format!("{opening} {person}!"))
}

struct Registry {
    greeters: BTreeMap<String, Greeter>,
}

impl Registry {
    fn learn(&mut self, language: &str, opening: String, exclaim: bool) {
        let greeter = if exclaim { excited(opening) } else { Box::new(|person: &str| format!("hello {person}")) };
        self.greeters.insert(language.to_string(), greeter);
    }

    fn greet(&self, language: &str, person: &str) -> Option<String> {
        self.greeters.get(language).map(|greeter| greeter(person))
    }
}

fn main() {
    let mut registry = Registry { greeters: BTreeMap::new() };
    registry.learn("french", String::from("salut"), true);
    registry.learn("english", String::from("hi"), false);
    for language in ["french", "english", "klingon"] {
        println!("{language}: {}", registry.greet(language, "Noor").unwrap_or_else(|| "...".to_string()));
    }
}
