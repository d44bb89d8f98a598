//~ family: E0061-extra-argument
trait Filter {
    fn name(&self) -> String;

    fn accepts(&self, word: &str) -> bool;

    fn describe(&self) -> String {
        format!("<{}>", self.name())
    }
}

struct Longer(usize);
struct Inverse<F>(F);

impl Filter for Longer {
    fn name(&self) -> String {
        format!("longer than {}", self.0)
    }

    fn accepts(&self, word: &str) -> bool {
        word.len() > self.0
    }
}

impl<F: Filter> Filter for Inverse<F> {
    fn name(&self) -> String {
        "not ".to_owned() + &self.0.name()
    }

    fn accepts(&self, word: &str) -> bool {
        !self.0.accepts(word)
    }
}

fn main() {
    let filters: Vec<Box<dyn Filter>> = vec![Box::new(Longer(4)), Box::new(Inverse(Longer(2)))];
    for filter in filters.iter() {
        let kept: Vec<_> = "an orchard of pear trees".split(' ').filter(|word| filter.accepts(word)).collect();
        println!("{} {:?}", filter.describe(), kept);
    }
}
