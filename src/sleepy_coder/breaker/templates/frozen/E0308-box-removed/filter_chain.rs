//~ family: E0308-box-removed
type Check = Box<dyn Fn(&str) -> bool>;

struct Chain {
    checks: Vec<Check>,
}

impl Chain {
    fn longer_than(mut self, least: usize) -> Chain {
        self.checks.push(Box::new(move |word: &str| word.len() > least));
        self
    }

    fn starting_with(mut self, letter: char) -> Chain {
        let check: Check = Box::new(move |word: &str| word.starts_with(letter));
        self.checks.push(check);
        self
    }

    fn accepts(&self, word: &str) -> bool {
        self.checks.iter().all(|check| check(word))
    }
}

fn main() {
    let chain = Chain { checks: Vec::new() }.longer_than(4).starting_with('p');
    for word in ["pear", "plum tree", "peach", "apple"] {
        println!("{word} {}", chain.accepts(word));
    }
}
