//~ family: E0608-tuple-index
fn halves(word: &str) -> (String, String) {
    let parts = word.split_at(word.len() / 2);
    let left = parts.0.chars().rev().collect();
    let right = parts.1.to_string();
    (left, right)
}

fn main() {
    for word in ["lantern", "kite", "x"] {
        let both = halves(word);
        let joined = both.0 + "|" + &both.1;
        println!("{joined}");
    }
}
