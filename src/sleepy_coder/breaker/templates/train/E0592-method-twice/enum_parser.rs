//~ family: E0592-method-twice
use std::str::SplitWhitespace;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Second,
    Minute,
}

impl Unit {
    const ALL: [Unit; 2] = [Unit::Second, Unit::Minute];

    pub const fn seconds(self) -> u32 {
        if matches!(self, Unit::Minute) {
            60
        } else {
            1
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.letter() == text.chars().next().unwrap_or('?'))
    }

    fn letter(self) -> char {
        match self {
            Unit::Second => 's',
            Unit::Minute => 'm',
        }
    }
}

struct Words<'t>(SplitWhitespace<'t>);

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        Words(text.split_whitespace())
    }

    fn pair(&mut self) -> Option<(&'t str, &'t str)> {
        self.0.next().zip(self.0.next())
    }

    unsafe fn first_byte(&self, text: &str) -> u8 {
        unsafe { *text.as_bytes().get_unchecked(0) }
    }

    fn total(mut self) -> u32 {
        let mut sum = 0;
        while let Some((count, unit)) = self.pair() {
            sum += count.parse::<u32>().unwrap_or(0) * Unit::parse(unit).map_or(0, Unit::seconds);
        }
        sum
    }
}

fn main() {
    let words = Words::of("2 min 30 sec");
    println!("{}", unsafe { words.first_byte("min") });
    println!("{}", words.total());
}
