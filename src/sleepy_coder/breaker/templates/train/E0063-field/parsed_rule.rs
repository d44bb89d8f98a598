//~ family: E0063-field
//~ vary usize: usize | u32 | i64
//~ vary trim: trim | trim_end
struct Rule {
    pattern: String,
    weight: usize,
    strict: bool,
}

fn parse_rule(line: &str) -> Option<Rule> {
    let (head, tail) = line.split_once(':')?;
    let strict = head.ends_with('!');
    let weight: usize = tail.trim().parse().ok()?;
    let pattern = head.trim_end_matches('!').to_string();
    Some(Rule {
        pattern,
        weight,
        strict,
    })
}

fn main() {
    for line in ["cat: 5", "dog!: 12", "bird", "fish: many"] {
        match parse_rule(line) {
            Some(rule) => println!("{} {} {}", rule.pattern, rule.weight, rule.strict),
            None => println!("cannot read {:?}", line),
        }
    }
}
