//~ family: E0618-call
//~ vary is_ascii_lowercase: is_ascii_lowercase | is_ascii_alphabetic
struct Cipher {
    shift: u8,
}

impl Cipher {
    fn turn(&self, letter: char) -> char {
        if !letter.is_ascii_lowercase() {
            return letter;
        }
        let start = b'a';
        let place = letter as u8 % start;
        let moved = (place + self.shift) % (b'z' - start + 1);
        (start + moved) as char
    }

    fn encode(&self, note: &str) -> String {
        note.chars().map(|letter| self.turn(letter)).collect()
    }
}

fn main() {
    let cipher = Cipher { shift: 3 };
    let secret = cipher.encode("meet me at noon");
    println!("{} ({} bytes)", secret, secret.len());
}
