//~ family: E0600-negate
//~ vary u64: u64 | u32 | u16
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Choice {
    Named(String),
    Blank,
}

type Counts = HashMap<Choice, u64>;

trait Share {
    fn share(&self, of: u64) -> Option<u64>;
}

impl Share for u64 {
    fn share(&self, of: u64) -> Option<u64> {
        let own: u64 = *self * 100;
        own.checked_div(of)
    }
}

fn choice(word: &str) -> Choice {
    let trimmed = word.trim();
    if trimmed == "-" {
        return Choice::Blank;
    }
    let lower = trimmed.to_lowercase();
    Choice::Named(lower)
}

fn count(ballots: &[&str], factor: u64) -> (Counts, u64) {
    let mut counts = Counts::new();
    let mut sum = 0;
    for ballot in ballots {
        let picked = choice(ballot);
        let weight = if picked == Choice::Blank { 1 } else { factor };
        sum += weight;
        *counts.entry(picked).or_insert(0) += weight;
    }
    (counts, sum)
}

fn main() {
    let ballots = ["Ada", "ada ", "-", "Bob"];
    let (counts, sum) = count(&ballots, 3);
    let best = counts.iter().max_by_key(|(_, votes)| **votes);
    if let Some((Choice::Named(name), votes)) = best {
        println!("{} with {:?} percent", name, votes.share(sum));
    }
}
