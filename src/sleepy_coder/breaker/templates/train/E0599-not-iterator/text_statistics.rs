//~ family: E0599-not-iterator
use std::collections::{HashMap, VecDeque};

#[derive(Debug, Default)]
struct Statistics {
    counts: HashMap<char, usize>,
    recent: VecDeque<usize>,
    longest: Option<String>,
}

impl Statistics {
    fn read(text: &str) -> Self {
        let mut all = Statistics::default();
        for (at, line) in text.lines().enumerate().skip(1) {
            all.recent.push_back(at + line.len());
            if let Some(c) = line.chars().find(|c| c.is_uppercase()) {
                *all.counts.entry(c).or_insert(0) += 1;
            }
        }
        all.longest =
            text.lines().max_by_key(|line| line.chars().filter(|c| !c.is_whitespace()).count()).map(str::to_owned);
        all
    }

    fn mean(&self) -> f64 {
        match self.recent.len() {
            0 => 0.0,
            n => self.recent.iter().sum::<usize>() as f64 / n as f64,
        }
    }

    fn peaks(&self) -> usize {
        let later = self.recent.iter().skip(1);
        self.recent.iter().zip(later).filter(|(a, b)| a < b).count()
    }
}

fn checksum(text: &str) -> u8 {
    text.bytes().rev().fold(7, |sum, byte| sum.rotate_left(1) ^ byte)
}

fn main() {
    let all = Statistics::read("title\nOne more line\nTwo\nand Three");
    println!("{:?} {:.2} {} {}", all.longest, all.mean(), all.peaks(), all.counts.len());
    println!("{}", checksum("abc"));
}
