//~ family: E0308-some-removed
//~ vary u8: u8 | u16 | i32
//~ vary crimson: crimson | teal | ochre
//~ vary strip_prefix: strip_prefix | strip_suffix
const KNOWN: &[(&str, u8)] = &[("crimson", 44), ("mint", 71), ("sand", 93)];

fn shade(word: &str) -> Option<u8> {
    for (label, code) in KNOWN {
        if *label == word {
            return Some(*code);
        }
    }
    let digits = word.strip_prefix("#")?;
    match u8::from_str_radix(digits, 16) {
        Ok(code) => Some(code),
        Err(_) => None,
    }
}

fn brightest<'a>(words: &[&'a str]) -> Option<&'a str> {
    let mut winner: Option<(&str, u8)> = None;
    for word in words.iter() {
        if let Some(code) = shade(word) {
            if winner.map_or(true, |(_, best)| code > best) {
                winner = Some((word, code));
            }
        }
    }
    winner.map(|(word, _)| word)
}

fn main() {
    let words = ["mint", "#2f", "crimson", "#zz"];
    let codes: Vec<Option<u8>> = words.iter().map(|word| shade(word)).collect();
    println!("{codes:?} brightest {:?}", brightest(&words));
}
