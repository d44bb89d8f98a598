//~ family: E0604-char-cast
//~ vary u32: u32 | u64 | usize
struct Seed(u32);

impl Iterator for Seed {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.0 < 26 {
            return None;
        }
        let code = self.0 % 26 + 97;
        self.0 /= 3;
        Some(code as u8 as char)
    }
}

fn main() {
    let word = Seed(90210).collect::<String>();
    println!("{word} {}", word.len());
}
