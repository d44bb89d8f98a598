//~ family: E0282-turbofish-removed
//~ vary SOS: SOS | MAYDAY | HELP
use std::collections::HashMap;

const ALPHABET: &str = "S=... O=--- H=.... E=. L=.-.. P=.--. M=-- A=.- D=-.. Y=-.--";

fn codebook() -> HashMap<char, String> {
    let pairs = ALPHABET.split(' ').filter_map(|entry| entry.split_once('='));
    pairs
        .filter_map(|(letter, code)| Some((letter.chars().next()?, code.to_string())))
        .collect::<HashMap<_, _>>()
}

fn transmit(message: &str, book: &HashMap<char, String>) -> Option<String> {
    let codes = message.chars().map(|letter| book.get(&letter).cloned()).collect::<Option<Vec<_>>>()?;
    Some(codes.join(" "))
}

fn main() {
    let book = codebook();
    for message in ["SOS", "LAMP", "ZOO"] {
        let wire = transmit(message, &book);
        println!("{message}: {}", wire.as_deref().unwrap_or("cannot be sent"));
        let beats = wire.iter().flat_map(|code| code.bytes()).map(|b| if b == b'-' { 3 } else { 1 }).sum::<u32>();
        println!("  {} beats", beats.max(1));
    }
}
