//~ family: E0277-compare-reference
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Vote {
    Yes,
    No,
    Blank,
}

fn count(votes: &[Vote]) -> BTreeMap<Vote, u32> {
    let mut counts = BTreeMap::new();
    for vote in votes {
        if *vote != Vote::Blank {
            *counts.entry(*vote).or_insert(0) += 1;
        }
    }
    counts
}

fn agreed(votes: &[Vote]) -> bool {
    votes.iter().all(|vote| *vote == Vote::Yes)
}

fn main() {
    let votes = [Vote::Yes, Vote::Blank, Vote::No, Vote::Yes];
    println!("{:?} {}", count(&votes), agreed(&votes));
    println!("{}", agreed(&votes[..1]));
}
