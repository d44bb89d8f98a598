//~ family: E0515-local-returned
fn headings(lines: &[&str]) -> String {
    let parts: Vec<_> = lines
        .iter()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim().to_uppercase())
        .collect();
    parts.join(" | ")
}

fn first_word(line: &str) -> &str {
    match line.find(' ') {
        Some(end) => return &line[..end],
        None => println!("one word only"),
    }
    line
}

fn main() {
    let lines = ["# roots", "water them", "## leaves and stems"];
    println!("{}", headings(&lines));
    println!("{}", first_word(lines[1]));
    println!("{}", first_word("soil"));
}
