//~ family: E0604-char-cast
use std::fmt::{self, Display};

struct Dump<'a>(&'a [u32]);

impl Display for Dump<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for word in self.0 {
            for shift in [12, 8, 4, 0] {
                let nibble = word >> shift & 15;
                let digit = if nibble < 10 { (nibble + 48) as u8 as char } else { (nibble + 87) as u8 as char };
                write!(out, "{digit}")?;
            }
        }
        Ok(())
    }
}

fn printable(code: u32) -> Option<char> {
    match code {
        32..=126 => Some(code as u8 as char),
        _ => None,
    }
}

fn text(codes: &[u32]) -> String {
    codes.iter().map(|code| printable(*code).unwrap_or('.')).collect()
}

fn main() {
    let words = [48879, 72, 105];
    println!("{} {}", Dump(&words), text(&words));
}
