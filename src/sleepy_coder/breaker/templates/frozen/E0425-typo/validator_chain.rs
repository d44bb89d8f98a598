//~ family: E0425-typo
//~ vary otter: otter | ferret | marten
//~ vary is_lowercase: is_lowercase | is_alphabetic
struct Rule {
    complaint: &'static str,
    accepts: fn(&str) -> bool,
}

fn short_enough(text: &str) -> bool {
    let limit = 12;
    text.len() <= limit
}

fn starts_softly(text: &str) -> bool {
    text.chars().next().map_or(false, char::is_lowercase)
}

fn rules() -> Vec<Rule> {
    vec![
        Rule { complaint: "too long", accepts: short_enough },
        Rule { complaint: "bad first letter", accepts: starts_softly },
        Rule { complaint: "has a space", accepts: |text| !text.contains(' ') },
    ]
}

fn complaints(text: &str) -> Vec<&'static str> {
    let active = rules();
    let broken = active.iter().filter(|rule| !(rule.accepts)(text));
    broken.map(|rule| rule.complaint).collect()
}

fn main() {
    for nickname in ["otter", "Grand Admiral Octopus", "9lives"] {
        let found = complaints(nickname);
        let summary = if found.is_empty() { String::from("fine") } else { found.join(" and ") };
        println!("{nickname}: {summary}");
    }
}
