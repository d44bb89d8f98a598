//~ family: E0277-compare-reference
use std::collections::{BTreeMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
enum Grade {
    Fresh,
    Old { days: u32 },
}

struct Stock<'s> {
    grades: BTreeMap<&'s str, Grade>,
    amounts: Vec<(&'s str, u32)>,
}

impl<'s> Stock<'s> {
    fn named(&self, grade: &Grade) -> Vec<&'s str> {
        self.grades
            .iter()
            .filter(|(_, known)| *known == grade)
            .map(|(name, _)| *name)
            .collect()
    }

    fn has(&self, amount: u32) -> bool {
        let mut amounts = self.amounts.iter().map(|(_, amount)| amount);
        amounts.any(|known| *known == amount)
    }

    fn amount(&self, name: &str) -> Option<u32> {
        self.amounts
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, amount)| *amount)
    }
}

fn missing<'m>(wanted: &'m HashSet<char>, word: &str) -> Option<&'m char> {
    wanted
        .iter()
        .find(|letter| !word.chars().any(|known| known == **letter))
}

fn first_change(days: &[u32], start: &u32) -> usize {
    let mut at = 0;
    while at < days.len() && *start == days[at] {
        at += 1;
    }
    match days.get(at) {
        Some(day) if *day != 0 => at,
        _ => days.len(),
    }
}

fn main() {
    let grades = BTreeMap::from([("milk", Grade::Fresh), ("rye", Grade::Old { days: 4 })]);
    let stock = Stock {
        grades,
        amounts: vec![("milk", 6), ("rye", 2)],
    };
    println!(
        "{:?} {:?}",
        stock.named(&Grade::Fresh),
        stock.named(&Grade::Old { days: 4 })
    );
    println!("{} {:?}", stock.has(2), stock.amount("rye"));
    println!(
        "{:?} {}",
        missing(&HashSet::from(['k']), "milk"),
        first_change(&[3, 3, 5], &3)
    );
}
