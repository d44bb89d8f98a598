//~ family: E0070-deref-removed
trait Slots {
    fn slot(&mut self, key: char) -> Option<&mut String>;

    fn fill(&mut self, key: char, text: &str) -> bool {
        if self.slot(key).is_none() {
            return false;
        }
        *self.slot(key).unwrap() = text.repeat(2);
        true
    }
}

struct Pair(String, String);

impl Slots for Pair {
    fn slot(&mut self, key: char) -> Option<&mut String> {
        match key {
            'l' => Some(&mut self.0),
            'r' => Some(&mut self.1),
            _ => None,
        }
    }
}

fn main() {
    let mut pair = Pair(String::new(), "right".to_string());
    println!("{} {}", pair.fill('l', "ab"), pair.fill('x', "cd"));
    *pair.slot('r').unwrap() = pair.0.to_uppercase();
    println!("{} {}", pair.0, pair.1);
}
