//~ family: parse-and
const KEYWORDS: [&str; 3] = ["if", "let", "while"];

#[derive(Debug)]
struct Verdict {
    valid: bool,
    shouted: bool,
    odd: bool,
}

fn is_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

fn verdict(name: &str) -> Verdict {
    let mut letters = name.chars();
    let starts = letters.next().map_or(false, is_start);
    let valid = starts && letters.all(|c| is_start(c) || c.is_ascii_digit()) && !KEYWORDS.contains(&name);
    Verdict {
        valid,
        shouted: valid && name.len() > 1 && name == name.to_uppercase(),
        odd: name.starts_with("__") || name.ends_with('_') || name.is_empty(),
    }
}

fn main() {
    let names = ["total_2", "MAX", "2nd", "let", "__x", ""];
    for name in names.iter().filter(|name| name.len() < 6 || name.contains('_')) {
        let verdict = verdict(name);
        if verdict.valid && (verdict.shouted || verdict.odd) {
            println!("{name:?} valid but strange");
        } else {
            println!("{name:?} {verdict:?}");
        }
    }
}
