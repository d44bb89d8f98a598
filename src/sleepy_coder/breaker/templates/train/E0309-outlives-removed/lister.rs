//~ family: E0309-outlives-removed
use std::fmt::Display;

trait Item {
    fn text(&self) -> String;
}

struct Plain<T>(T);

impl<T: Display> Item for Plain<T> {
    fn text(&self) -> String {
        format!("* {}", self.0)
    }
}

fn items<'a, T: Display + 'a>(values: Vec<T>) -> Vec<Box<dyn Item + 'a>> {
    let mut items: Vec<Box<dyn Item + 'a>> = Vec::new();
    for value in values {
        items.push(Box::new(Plain(value)));
    }
    items
}

fn only<'a, T>(value: T) -> Box<dyn Item + 'a>
where
    T: Display + 'a,
{
    Box::new(Plain(value))
}

fn main() {
    let owner = String::from("river");
    for item in items(vec![owner.as_str(), "lake"]) {
        println!("{}", item.text());
    }
    println!("{}", only(&owner).text());
}
