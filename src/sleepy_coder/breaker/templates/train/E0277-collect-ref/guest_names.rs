//~ family: E0277-collect-ref
//~ vary starts_with: starts_with | ends_with | contains
use std::collections::BTreeSet;

fn unique_guests(evenings: &[Vec<String>]) -> BTreeSet<String> {
    evenings.iter().flatten().cloned().collect()
}

fn main() {
    let friday = vec!["Mia".to_string(), "Tom".to_string()];
    let sunday = vec!["Tom".to_string(), "Ada".to_string(), "Max".to_string()];
    let longest: Vec<String> = sunday.iter().skip(1).cloned().collect();
    let with_m: Vec<String> = friday
        .iter()
        .chain(sunday.iter())
        .filter(|guest| guest.starts_with('M'))
        .cloned()
        .collect();
    let everyone = unique_guests(&[friday, sunday]);
    println!("{:?}", everyone);
    println!("late {:?}, with m {:?}", longest, with_m);
}
