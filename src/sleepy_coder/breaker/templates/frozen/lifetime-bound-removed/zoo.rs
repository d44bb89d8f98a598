//~ family: lifetime-bound-removed
use std::rc::Rc;

trait Animal {
    fn sound(&self) -> String;
}

struct Parrot<'h> {
    heard: &'h [String],
}

impl Animal for Parrot<'_> {
    fn sound(&self) -> String {
        self.heard.last().cloned().unwrap_or_else(|| String::from("..."))
    }
}

struct Keeper {
    phrases: Vec<String>,
}

impl Keeper {
    fn adopt(&self) -> Rc<dyn Animal + '_> {
        Rc::new(Parrot { heard: &self.phrases })
    }
}

fn quiet<'h>(phrases: &'h [String]) -> Box<dyn Animal + 'h> {
    Box::new(Parrot { heard: &phrases[..0] })
}

fn main() {
    let keeper = Keeper { phrases: vec!["hello".to_string(), "biscuit".to_string()] };
    println!("{} {}", keeper.adopt().sound(), quiet(&keeper.phrases).sound());
}
