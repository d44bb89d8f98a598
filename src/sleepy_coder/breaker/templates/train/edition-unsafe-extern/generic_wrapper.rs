//~ family: edition-unsafe-extern
//~ edition: 2024
//~ vary 'a': 'a' | 'g' | 'q'
use std::fmt::Display;

pub struct Classified<T>(pub T);

unsafe extern "C" {
    fn isalpha(symbol: i32) -> i32;
    fn isdigit(symbol: i32) -> i32;
}

impl<T: AsRef<str>> Classified<T> {
    fn letters(&self) -> usize {
        self.0.as_ref().bytes().filter(|byte| unsafe { isalpha((*byte).into()) } != 0).count()
    }

    fn digits(&self) -> Vec<u8> {
        self.0.as_ref().bytes().filter(|byte| unsafe { isdigit(i32::from(*byte)) != 0 }).collect()
    }
}

/// Both sides of the same text.
fn row(symbol: char, amount: impl Display) -> String {
    format!("{symbol}{amount:>4}")
}

#[cfg(not(windows))]
unsafe extern "C" {
    fn atol(text: *const std::ffi::c_char) -> std::ffi::c_long;
}

fn main() {
    let text = Classified(String::from("route 66"));
    println!("{} {:?}", row('a', text.letters()), text.digits());
    println!("{}", row('n', unsafe { atol(c"-12 left".as_ptr()) }));
}
