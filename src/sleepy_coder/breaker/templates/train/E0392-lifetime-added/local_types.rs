//~ family: E0392-lifetime-added
use std::collections::BTreeMap;

pub mod limits {
    pub struct Limits {
        pub most: usize,
        pub(super) step: i64,
    }

    pub enum Outcome<T>
    where
        T: PartialOrd,
    {
        Fine(Vec<T>),
        TooMany { extra: usize },
    }
}

use limits::{Limits, Outcome};

fn keep<T: PartialOrd>(mut items: Vec<T>, limits: &Limits) -> Outcome<T> {
    let extra = items.len().saturating_sub(limits.most);
    items.truncate(limits.most + limits.step.unsigned_abs() as usize);
    if extra > 1 {
        Outcome::TooMany { extra }
    } else {
        Outcome::Fine(items)
    }
}

fn shares(text: &str) -> BTreeMap<char, u32> {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Rank(u32, char);

    let mut ranks: Vec<Rank> = Vec::new();
    for letter in text.chars() {
        match ranks.iter_mut().find(|rank| rank.1 == letter) {
            Some(rank) => rank.0 += 1,
            None => ranks.push(Rank(1, letter)),
        }
    }
    ranks.sort();
    ranks.into_iter().rev().take(2).map(|Rank(count, letter)| (letter, count)).collect()
}

fn main() {
    println!("{:?}", shares("committee"));
    match keep(vec![3, 1, 2], &Limits { most: 2, step: 5 }) {
        Outcome::Fine(items) => println!("{items:?}"),
        Outcome::TooMany { extra } => println!("{extra} too many"),
    }
}
