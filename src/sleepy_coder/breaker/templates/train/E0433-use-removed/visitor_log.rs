//~ family: E0433-use-removed
//~ vary BTreeSet: BTreeSet | HashSet
//~ vary hana: hana | yusuf | clio
use std::cmp;
use std::collections::BTreeSet;

fn distinct_visitors(log: &[(&str, u32)]) -> usize {
    let mut seen = BTreeSet::new();
    let mut repeats = 0;
    for (visitor, _) in log {
        if !seen.insert(*visitor) {
            repeats += 1;
        }
    }
    log.len() - repeats
}

fn longest_stay(log: &[(&str, u32)]) -> u32 {
    let mut longest = 0;
    for (_, minutes) in log.iter() {
        longest = cmp::max(longest, *minutes);
    }
    longest
}

fn main() {
    let log = vec![("hana", 35), ("bert", 12), ("hana", 50), ("ines", 8)];
    println!("{} people", distinct_visitors(&log));
    println!("longest stay {} minutes", longest_stay(&log));
}
