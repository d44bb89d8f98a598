//~ family: E0405-trait-name
trait Greeter {
    fn greet(&self, name: &str) -> String;
}

struct Formal;
struct Casual {
    marks: usize,
}

impl Greeter for Formal {
    fn greet(&self, name: &str) -> String {
        format!("Good day, {name}.")
    }
}

impl Greeter for Casual {
    fn greet(&self, name: &str) -> String {
        format!("Hey {name}{}", "!".repeat(self.marks))
    }
}

fn welcome(greeter: &dyn Greeter, names: &[&str]) {
    for name in names {
        println!("{}", greeter.greet(name));
    }
}

fn main() {
    welcome(&Formal, &["Ines"]);
    welcome(&Casual { marks: 2 }, &["Otto", "Pia"]);
}
