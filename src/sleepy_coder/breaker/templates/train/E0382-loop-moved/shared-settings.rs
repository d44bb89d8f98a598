//~ family: E0382-loop-moved
use std::collections::HashSet;

enum Rule {
    Allow(String),
    Deny(String),
}

fn covered(rules: Vec<Rule>, wanted: &[&str]) -> (Vec<String>, usize) {
    let mut denied = HashSet::new();
    for rule in &rules {
        if let Rule::Deny(host) = rule {
            denied.insert(host.to_string());
        }
    }
    let mut open = Vec::new();
    for rule in &rules {
        if let Rule::Allow(host) = rule {
            if wanted.contains(&host.as_str()) && !denied.contains(host) {
                open.push(host.clone());
            }
        }
    }
    (open, rules.len())
}

fn main() {
    let rules = vec![
        Rule::Allow("mail".to_string()),
        Rule::Deny("ftp".to_string()),
        Rule::Allow("ftp".to_string()),
    ];
    let (open, total) = covered(rules, &["mail", "ftp"]);
    println!("{:?} of {}", open, total);
}
