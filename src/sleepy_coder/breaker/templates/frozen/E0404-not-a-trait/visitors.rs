//~ family: E0404-not-a-trait
#[derive(Default)]
struct Counter {
    seen: usize,
}

#[derive(Default)]
struct Longest {
    word: String,
}

trait Visitor {
    fn word(&mut self, word: &str);
    fn report(&self) -> String;
}

impl Visitor for Counter {
    fn word(&mut self, _word: &str) {
        self.seen += 1;
    }
    fn report(&self) -> String {
        format!("{} words", self.seen)
    }
}

impl Visitor for Longest {
    fn word(&mut self, word: &str) {
        if word.len() > self.word.len() {
            self.word = word.to_string();
        }
    }
    fn report(&self) -> String {
        format!("longest is {}", self.word)
    }
}

fn walk(text: &str, visitor: &mut impl Visitor) {
    text.split_whitespace().for_each(|word| visitor.word(word));
}

fn finish(visitors: &[&dyn Visitor]) {
    for visitor in visitors {
        println!("{}", visitor.report());
    }
}

fn main() {
    let (mut counter, mut longest) = (Counter::default(), Longest::default());
    walk("the tide comes in twice", &mut counter);
    walk("the tide comes in twice", &mut longest);
    finish(&[&counter, &longest]);
}
