//~ family: E0382-match-moved
#[derive(Debug, Clone)]
enum Line {
    Comment(String),
    Pair(String, String),
    Blank,
}

fn read(text: &str) -> Line {
    if text.is_empty() {
        return Line::Blank;
    }
    match text.split_once('=') {
        Some((key, value)) => Line::Pair(key.to_string(), value.to_string()),
        None => Line::Comment(text.to_string()),
    }
}

fn keep(lines: Vec<Line>) -> Vec<Line> {
    let mut kept = Vec::new();
    for line in lines {
        let wanted = match &line {
            Line::Pair(key, value) => !key.is_empty() && !value.is_empty(),
            Line::Comment(text) => text.starts_with('#'),
            Line::Blank => false,
        };
        if wanted {
            kept.push(line);
        }
    }
    kept
}

fn main() {
    let lines = ["# colours", "ink=blue", "", "paper=", "what is this"].map(read);
    let kept = keep(lines.to_vec());
    println!("{} lines stay", kept.len());
    println!("{kept:?}");
}
