//~ family: E0382-closure-moved
use std::collections::HashMap;

fn resolve(names: &[&str], hosts: HashMap<String, String>) -> Vec<String> {
    let found: Vec<String> = names
        .iter()
        .map(|name| hosts.get(*name).cloned().unwrap_or_else(|| name.to_string()))
        .collect();
    println!("{} hosts are known", hosts.len());
    found
}

fn banned(words: &[&str], list: Vec<String>) -> usize {
    let hits = words.iter().filter(|word| list.iter().any(|banned| banned == *word)).count();
    if hits > 0 {
        println!("one of {}", list.join(", "));
    }
    hits
}

fn main() {
    let mut hosts = HashMap::new();
    hosts.insert(String::from("db"), String::from("10.0.0.4"));
    println!("{:?}", resolve(&["db", "web"], hosts));
    println!("{}", banned(&["web", "irc"], vec![String::from("irc")]));
}
