//~ family: E0373-move-removed
//~ vary usize: usize | u16
struct Text<'t> {
    words: Vec<&'t str>,
}

impl<'t> Text<'t> {
    fn new(source: &'t str) -> Self {
        Text { words: source.split_whitespace().collect() }
    }

    fn longer_than(&self, limit: usize) -> impl Iterator<Item = &'t str> + '_ {
        self.words.iter().copied().filter(move |word| word.len() > limit as _)
    }

    fn starting<'s>(&'s self, letter: char) -> Box<dyn Iterator<Item = String> + 's> {
        Box::new(self.words.iter().filter(move |word| word.starts_with(letter)).map(|word| word.to_uppercase()))
    }

    fn windows(&self, size: usize) -> impl Iterator<Item = String> + '_ {
        let last = self.words.len().saturating_sub(size as _);
        (0..=last).map(move |start| self.words[start..].iter().take(size as _).copied().collect::<Vec<_>>().join("-"))
    }
}

fn main() {
    let text = Text::new("a bird in the hand beats birds in bushes");
    println!("{:?}", text.longer_than(3).collect::<Vec<_>>());
    println!("{:?}", text.starting('b').last());
    for window in text.windows(2).take(3) {
        println!("{window}");
    }
}
