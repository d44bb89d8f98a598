//~ family: parse-arrow
use std::cmp::Ordering;
use std::collections::BTreeMap;

fn band(score: u32) -> &'static str {
    match score {
        0 => "none",
        1..=9 => "low",
        10 | 20 | 30 => "round",
        high if high > 90 => "top",
        _ => {
            if score % 2 == 0 {
                "even"
            } else {
                "odd"
            }
        }
    }
}

fn closest(values: &[u32], goal: u32) -> Option<u32> {
    let mut best: Option<u32> = None;
    for value in values.iter().copied() {
        best = match best {
            None => Some(value),
            Some(old) => match old.abs_diff(goal).cmp(&value.abs_diff(goal)) {
                Ordering::Less | Ordering::Equal => Some(old),
                Ordering::Greater => Some(value),
            },
        };
    }
    best
}

fn main() {
    let mut counts = BTreeMap::new();
    for score in [0, 4, 20, 95, 50, 51] {
        *counts.entry(band(score)).or_insert(0) += 1;
    }
    println!("{counts:?} {:?}", closest(&[3, 14, 40], 17));
}
