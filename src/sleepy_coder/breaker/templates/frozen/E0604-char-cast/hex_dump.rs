//~ family: E0604-char-cast
trait Dump {
    fn digit(value: u16) -> char {
        let code = if value < 10 { value + 48 } else { value + 87 };
        code as u8 as char
    }

    fn dump(&self) -> String;
}

impl Dump for u16 {
    fn dump(&self) -> String {
        (0..4).rev().map(|place| Self::digit(self >> (place * 4) & 15)).collect()
    }
}

fn main() {
    for value in [4660u16, 255, 48879] {
        println!("{value} {}", value.dump());
    }
}
