//~ family: E0435-const-removed
fn histogram(text: &str) -> String {
    const LETTERS: usize = 26;
    let mut counts = vec![0u32; 26];
    let names: [char; LETTERS] = std::array::from_fn(|place| (b'a' + place as u8) as char);
    for letter in text.chars() {
        if let Some(place) = names.iter().position(|name| *name == letter) {
            counts[place] += 1;
        }
    }
    let used = names.iter().zip(&counts).filter(|(_, count)| **count > 1);
    used.map(|(name, count)| format!("{name}{count}")).collect()
}

fn main() {
    println!("{}", histogram("mississippi"));
}
