//~ family: E0308-box-removed
//~ vary u8: u8 | u16 | u32
use std::fmt::Debug;

trait State: Debug {
    fn step(self: Box<Self>, input: char) -> Box<dyn State>;

    fn done(&self) -> bool {
        false
    }
}

#[derive(Debug)]
struct Start;

#[derive(Debug)]
struct Digits {
    value: u8,
    previous: Option<Box<u8>>,
}

#[derive(Debug)]
struct End(Box<str>);

impl State for Start {
    fn step(self: Box<Self>, input: char) -> Box<dyn State> {
        match input.to_digit(10) {
            Some(digit) => {
                let value = digit as u8;
                Box::new(Digits { value, previous: None })
            }
            None => self,
        }
    }
}

impl State for Digits {
    fn step(self: Box<Self>, input: char) -> Box<dyn State> {
        if !input.is_ascii_digit() {
            return Box::new(End(input.to_string().into_boxed_str()));
        }
        let total = self.previous.map_or(0, |before| *before / 2) + self.value;
        Box::new(Digits { value: 1, previous: Some(Box::new(total)) })
    }
}

impl State for End {
    fn step(self: Box<Self>, _: char) -> Box<dyn State> {
        self
    }

    fn done(&self) -> bool {
        !self.0.is_empty()
    }
}

fn main() {
    let first: Box<dyn State> = Box::new(Start);
    let last = "ab12;x".chars().fold(first, |state, input| state.step(input));
    println!("{last:?} {}", last.done());
}
