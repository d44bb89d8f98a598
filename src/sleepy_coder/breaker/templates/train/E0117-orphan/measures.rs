//~ family: E0117-orphan
use std::collections::BTreeMap;

trait Measure {
    fn measure(&self) -> usize;
}

impl Measure for str {
    fn measure(&self) -> usize {
        self.chars().filter(|letter| letter.is_alphabetic()).count()
    }
}

impl Measure for Vec<u8> {
    fn measure(&self) -> usize {
        self.iter().map(|byte| usize::from(*byte)).sum()
    }
}

fn table(words: &[&'static str]) -> BTreeMap<usize, Vec<&'static str>> {
    let mut table: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
    for word in words {
        table.entry(word.measure()).or_default().push(word);
    }
    table
}

fn main() {
    println!("{:?}", table(&["it's", "rain", "hail!", "fog"]));
    println!("{}", vec![4u8, 9, 2].measure());
}
