//~ family: E0606-deref-removed
fn code(letter: &char) -> u32 {
    *letter as u32
}

fn spread(word: &str) -> Option<u32> {
    let letters: Vec<char> = word.chars().collect();
    let low = letters.iter().min()?;
    let high = letters.iter().max()?;
    let span = *high as u32 - code(low);
    Some(span)
}

fn main() {
    for word in ["cab", "zoo", ""] {
        println!("{word:?} {:?}", spread(word));
    }
}
