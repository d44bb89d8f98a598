//~ family: E0405-trait-name
use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

#[derive(Debug)]
struct Pair {
    left: i32,
    right: i32,
}

impl FromStr for Pair {
    type Err = String;

    fn from_str(text: &str) -> Result<Pair, String> {
        let (left, right) = text.split_once('/').ok_or_else(|| format!("no slash in {text}"))?;
        let number = |part: &str| part.trim().parse::<i32>().map_err(|error| error.to_string());
        Ok(Pair { left: number(left)?, right: number(right)? })
    }
}

fn tally<K: Hash + Eq + Copy>(keys: &[K]) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(*key).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let counts = tally(&['a', 'b', 'a', 'c', 'a']);
    println!("a came {} times of {}", counts[&'a'], counts.len());
    match "4/ 9".parse::<Pair>() {
        Ok(pair) => println!("{}", pair.left * pair.right),
        Err(error) => println!("bad: {error}"),
    }
}
