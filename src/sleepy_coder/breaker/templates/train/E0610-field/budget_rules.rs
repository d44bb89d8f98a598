//~ family: E0610-field
//~ vary i64: i64 | i32
use std::collections::HashMap;

struct Rule {
    name: &'static str,
    limit: i64,
    strict: bool,
}

enum Verdict {
    Within { left: i64 },
    Over(i64),
}

fn verdict(rule: &Rule, spent: i64) -> Verdict {
    let left = rule.limit - spent;
    if left < 0 && rule.strict {
        return Verdict::Over(-left);
    }
    Verdict::Within { left }
}

fn totals<'k>(entries: &[(&'k str, i64)]) -> HashMap<&'k str, i64> {
    let mut sums = HashMap::new();
    for &(key, amount) in entries {
        *sums.entry(key).or_insert(0) += amount;
    }
    sums
}

fn main() {
    let rules = [Rule { name: "food", limit: 90, strict: true }, Rule { name: "books", limit: 20, strict: false }];
    let sums = totals(&[("food", 60), ("books", 35), ("food", 45)]);
    let mut failures = 0;
    for rule in &rules {
        let spent = sums.get(rule.name).copied().unwrap_or(0);
        match verdict(rule, spent) {
            Verdict::Within { left } if left >= 0 => println!("{}: {left} left", rule.name),
            Verdict::Within { .. } => println!("{}: let it be", rule.name),
            Verdict::Over(by) => {
                failures += 1;
                println!("{}: {by} over, {failures} so far", rule.name);
            }
        }
    }
}
