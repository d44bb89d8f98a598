//~ family: E0382-clone-removed
//~ vary HashMap: HashMap | BTreeMap
//~ vary warn: warn | alert | note
use std::collections::HashMap;

type Check = Box<dyn Fn(&str) -> bool>;

fn containing(word: String) -> Check {
    Box::new(move |line| line.contains(&word))
}

fn tally(lines: &[&str], check: &Check) -> usize {
    lines.iter().filter(|line| check(line)).count()
}

fn main() {
    let lines = ["warn disk", "info start", "warn fan", "error disk"];
    let level = String::from("warn");
    let device = String::from("disk");
    let mut filters = HashMap::new();
    filters.insert(level.clone(), containing(level.clone()));
    filters.insert(device.clone(), containing(device));
    match filters.get(&level) {
        Some(check) => println!("{level}: {}", tally(&lines, check)),
        None => println!("no filter for {level}"),
    }
    println!("{} filters", filters.len());
}
