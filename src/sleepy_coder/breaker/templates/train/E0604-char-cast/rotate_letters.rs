//~ family: E0604-char-cast
struct Wheel {
    offset: u32,
}

impl Wheel {
    fn encode(&self, letter: char) -> char {
        if !letter.is_ascii_lowercase() {
            return letter;
        }
        let place = letter as u32 - 'a' as u32;
        let turned = (place + self.offset) % 26 + 97;
        turned as u8 as char
    }
}

fn main() {
    let wheel = Wheel { offset: 3 };
    let secret: String = "lazy zebra".chars().map(|letter| wheel.encode(letter)).collect();
    println!("{secret}");
}
