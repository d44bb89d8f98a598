//~ family: E0615-parens-removed
//~ vary lantern: lantern | compass | anchor
//~ vary to_lowercase: to_lowercase | to_uppercase
struct Census {
    words: Vec<String>,
}

impl Census {
    fn read(text: &str) -> Self {
        let words = text.split_whitespace().map(|word| word.to_lowercase()).collect();
        Census { words }
    }

    fn letters(&self) -> usize {
        self.words.iter().map(|word| word.chars().count()).sum()
    }

    fn average(&self) -> Option<usize> {
        let letters = self.letters();
        letters.checked_div(self.words.len())
    }

    fn distinct(&self) -> usize {
        let mut sorted = self.words.clone();
        sorted.sort();
        sorted.dedup();
        sorted.len()
    }
}

fn main() {
    let census = Census::read("the lantern swings over the old lantern maker");
    let unique = census.distinct();
    println!("{unique} different words, {} letters", census.letters());
    if let Some(average) = census.average() {
        println!("about {average} letters each");
    }
}
