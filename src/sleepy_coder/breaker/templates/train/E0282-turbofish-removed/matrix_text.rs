//~ family: E0282-turbofish-removed
//~ vary i64: i64 | i32
use std::collections::{BTreeSet, HashMap, HashSet};

fn grid(text: &str) -> Option<Vec<Vec<i64>>> {
    let rows: Option<Vec<Vec<i64>>> =
        text.lines().map(|line| line.split(' ').map(|cell| cell.parse::<i64>().ok()).collect()).collect();
    let widths = rows.as_ref()?.iter().map(Vec::len).collect::<HashSet<_>>();
    if widths.len() > 1 {
        None
    } else {
        rows
    }
}

fn columns(rows: &[Vec<i64>]) -> impl Iterator<Item = i64> + '_ {
    (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).sum::<i64>().abs())
}

fn runs(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let groups = letters.chunk_by(|a, b| a == b);
    groups.map(|group| group.len().to_string() + &group.iter().collect::<String>()[..1]).collect()
}

struct Registry {
    makers: HashMap<&'static str, fn() -> Box<dyn Iterator<Item = u8>>>,
}

impl Registry {
    fn standard() -> Self {
        let mut makers = HashMap::<&'static str, fn() -> Box<dyn Iterator<Item = u8>>>::new();
        makers.insert("none", || Box::new(std::iter::empty::<u8>()));
        makers.insert("even", || Box::new((0..).step_by(2).take(3)));
        Registry { makers }
    }
}

fn main() {
    let rows = grid("1 2\n3 -9").unwrap_or_default();
    println!("{:?} {}", columns(&rows).collect::<Vec<_>>(), runs("aabccc"));
    let registry = Registry::standard();
    let names = registry.makers.keys().collect::<BTreeSet<_>>().into_iter().rev();
    for name in names {
        let made: Vec<u8> = registry.makers[name]().collect();
        println!("{name} {}", made.iter().map(|n| u32::from(*n)).max().unwrap_or(0));
    }
}
