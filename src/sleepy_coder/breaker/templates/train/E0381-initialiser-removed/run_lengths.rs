//~ family: E0381-initialiser-removed
#[derive(Debug, Default, Clone, PartialEq)]
struct Run {
    symbol: Option<char>,
    length: u32,
}

fn runs(text: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut current: Run = Run::default();
    for symbol in text.chars() {
        if current.symbol == Some(symbol) {
            current.length += 1;
        } else {
            if current.length > 0 {
                found.push(current);
            }
            current = Run { symbol: Some(symbol), length: 1 };
        }
    }
    found.push(current);
    found
}

fn longest(runs: &[Run]) -> Option<&Run> {
    let mut best: Option<&Run> = None;
    for run in runs {
        match best {
            Some(old) if old.length >= run.length => continue,
            _ => best = Some(run),
        }
    }
    best
}

fn encode(runs: &[Run]) -> String {
    let mut out: String = String::new();
    runs.iter().filter_map(|run| Some((run.symbol?, run.length))).for_each(|(symbol, length)| {
        out.push(symbol);
        out += &length.to_string();
    });
    out
}

fn main() {
    let found = runs("aaabccccd");
    println!("{:?} {}", longest(&found), encode(&found));
    println!("{:?}", longest(&runs("")));
}
