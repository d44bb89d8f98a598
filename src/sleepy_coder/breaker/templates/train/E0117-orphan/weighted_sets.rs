//~ family: E0117-orphan
use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::iter::Sum;
use std::ops::{AddAssign, Index};

#[derive(Default)]
struct Bag(Vec<(String, u32)>);

impl Index<&str> for Bag {
    type Output = u32;

    fn index(&self, word: &str) -> &u32 {
        self.0.iter().find(|(known, _)| known == word).map_or(&0, |(_, count)| count)
    }
}

impl AddAssign<&str> for Bag {
    fn add_assign(&mut self, word: &str) {
        match self.0.iter_mut().find(|(known, _)| known == word) {
            Some((_, count)) => *count += 1,
            None => self.0.push((word.to_string(), 1)),
        }
    }
}

impl<'w> Sum<&'w str> for Bag {
    fn sum<I: Iterator<Item = &'w str>>(words: I) -> Bag {
        words.fold(Bag::default(), |mut bag, word| {
            bag += word;
            bag
        })
    }
}

impl fmt::Display for Bag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sorted: BTreeSet<_> = self.0.iter().collect();
        for (word, count) in sorted {
            f.write_str(word)?;
            f.write_char(if *count > 1 { '*' } else { ' ' })?;
        }
        Ok(())
    }
}

fn main() {
    let bag: Bag = "to be or not to be".split(' ').sum();
    println!("{bag} {} {}", bag["to"], bag["why"]);
}
