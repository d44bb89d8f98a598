//~ family: E0424-self-param-removed
//~ vary Maple: Maple | Birch | Willow
use std::collections::BTreeMap;

#[derive(Default, Debug)]
struct Ballots {
    votes: BTreeMap<String, u32>,
    spoiled: u32,
}

impl Ballots {
    fn cast(&mut self, paper: &str) {
        match paper.trim() {
            "" => self.spoiled += 1,
            choice => *self.votes.entry(choice.to_string()).or_insert(0) += 1,
        }
    }

    fn winner(&self) -> Option<(&String, &u32)> {
        self.votes.iter().max_by_key(|(_, tally)| **tally)
    }

    fn discard_all(&mut self) {
        self.votes.clear();
    }

    fn turnout(&self) -> u32 {
        self.votes.values().sum()
    }
}

fn main() {
    let mut ballots = Ballots::default();
    ["Maple", "Cedar", " ", "Maple ", "Cedar", "Maple"].iter().for_each(|paper| ballots.cast(paper));
    match ballots.winner() {
        Some((choice, tally)) => println!("{choice} wins with {tally}, {} spoiled", ballots.spoiled),
        None => println!("nobody voted"),
    }
}
