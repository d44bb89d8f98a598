//~ family: E0615-parens-removed
//~ vary u8: u8 | u16
use std::fmt;

#[derive(Clone, Copy, Default, PartialEq)]
struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

impl Color {
    const BLACK: Color = Color { red: 0, green: 0, blue: 0 };

    fn channels(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    fn brightest(self) -> u8 {
        self.channels().into_iter().fold(0, |best, one| if one > best { one } else { best })
    }

    fn inverted(self) -> Color {
        let [red, green, blue] = self.channels().map(|one| 200 - one);
        Color { red, green, blue }
    }

    fn is_grey(&self) -> bool {
        self.red == self.green && self.green == self.blue
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut list = f.debug_list();
        list.entries(self.channels());
        list.finish()
    }
}

fn main() {
    let teal = Color { green: 120, blue: 90, ..Color::BLACK };
    let other = teal.inverted();
    let grey = if other.is_grey() { "grey" } else { "coloured" };
    println!("{teal:?} {grey} {}", other.brightest() > teal.brightest());
    println!("{:?} {}", Color::default(), Color::BLACK.inverted().is_grey());
}
