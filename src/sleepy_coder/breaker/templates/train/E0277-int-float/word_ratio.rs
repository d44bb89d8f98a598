//~ family: E0277-int-float
//~ vary is_uppercase: is_uppercase | is_lowercase | is_alphabetic
use std::collections::HashMap;

fn share_of(tally: &HashMap<bool, u32>, kind: bool, scale: f64) -> f64 {
    let hits = tally.get(&kind).copied().unwrap_or(0);
    let all: u32 = tally.values().sum();
    scale * hits as f64 / f64::from(all.max(1))
}

fn main() {
    let text = "The Quick brown Fox jumps over a Lazy dog";
    let mut tally: HashMap<bool, u32> = HashMap::new();
    for word in text.split_whitespace() {
        let marked = word.starts_with(|letter: char| letter.is_uppercase());
        *tally.entry(marked).or_insert(0) += 1;
    }
    println!("capital: {:.1}%", share_of(&tally, true, 100.0));
    println!("small: {:.1}%", share_of(&tally, false, 100.0));
}
