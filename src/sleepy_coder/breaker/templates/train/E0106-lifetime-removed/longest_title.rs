//~ family: E0106-lifetime-removed
//~ vary meadow: meadow | harbour | canyon
//~ vary max_by_key: max_by_key | min_by_key
fn longer<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn widest<'a>(titles: &'a [String], fallback: &'a str) -> &'a str {
    titles
        .iter()
        .map(|title| title.as_str())
        .max_by_key(|title| title.len())
        .unwrap_or(fallback)
}

fn main() {
    let titles: Vec<String> = ["meadow", "a quiet river", "storm"]
        .iter()
        .map(|word| word.to_uppercase())
        .collect();
    let winner = widest(&titles, "untitled");
    println!("extreme title: {winner}");
    println!("against the other shelf: {}", longer(winner, "an older catalogue"));
}
