//~ family: E0603-pub-removed
//~ vary rotate: rotate | shift_by | scramble
//~ vary orchard: orchard | castle | meadow
mod cipher {
    pub trait Codec {
        fn encode(&self, plain: &str) -> String;
    }

    pub struct Caesar(pub u8);

    impl Codec for Caesar {
        fn encode(&self, plain: &str) -> String {
            plain.chars().map(|letter| rotate(letter, self.0)).collect()
        }
    }

    pub fn rotate(letter: char, by: u8) -> char {
        if !letter.is_ascii_lowercase() {
            return letter;
        }
        let moved = (letter as u8 - b'a' + by % 26) % 26;
        (b'a' + moved) as char
    }
}

use cipher::Codec;

fn main() {
    let codec = cipher::Caesar(13);
    let secret = codec.encode("meet me in the orchard");
    println!("{secret}");
    println!("{}", codec.encode(&secret));
    println!("z becomes {}", cipher::rotate('z', 5));
}
