//~ family: E0596-mut-removed
//~ vary u8: u8 | u16 | u32
//~ vary harvest: harvest | lantern | voyage
fn shifted(letter: char, key: u8) -> char {
    if !letter.is_ascii_lowercase() {
        return letter;
    }
    let offset = (letter as u32 - 'a' as u32 + key as u32) % 26;
    char::from_u32('a' as u32 + offset).unwrap_or('?')
}

fn encode(message: &str, keys: &[u8]) -> String {
    let mut output = String::with_capacity(message.len());
    let mut turns = keys.iter().cycle();
    for letter in message.chars() {
        if let Some(key) = turns.next() {
            output.push(shifted(letter, *key));
        }
    }
    output
}

fn main() {
    let keys = [3, 7, 2];
    let hidden = encode("harvest at dawn", &keys);
    println!("{hidden}");
    let mut letters: Vec<char> = hidden.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.sort_unstable();
    letters.dedup();
    let spelled: String = letters.iter().collect();
    println!("{} distinct: {spelled}", letters.len());
}
