//~ family: parse-and
//~ vary usize: usize
fn strong(word: &str) -> bool {
    let long = word.len() >= 8;
    let mixed = word.chars().any(|c| c.is_uppercase()) && word.chars().any(|c| c.is_lowercase());
    let marked = word.contains('-') || word.contains('_');
    long && mixed && marked
}

fn first_gap(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != b'-' {
        at += 1;
    }
    at
}

fn main() {
    for word in ["Amber-stone", "pebble", "Long_But_plain", "ROCK-AND-ROLL"] {
        println!("{word}: {} {}", strong(word), first_gap(word));
    }
}
