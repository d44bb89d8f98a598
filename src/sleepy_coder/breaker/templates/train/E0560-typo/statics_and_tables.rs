//~ family: E0560-typo
//~ vary u16: u16 | u32 | i32
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

struct Theme {
    name: &'static str,
    ink: Colour,
    paper: Option<Colour>,
}

const BLACK: Colour = Colour { red: 0, green: 0, blue: 0 };

static THEMES: [Theme; 2] = [
    Theme { name: "plain", ink: BLACK, paper: None },
    Theme {
        name: "solar",
        ink: Colour { red: 101, green: 123, ..BLACK },
        paper: Some(Colour { red: 253, green: 246, blue: 227 }),
    },
];

impl From<u16> for Colour {
    fn from(packed: u16) -> Self {
        let part = |shift: u16| (packed >> shift & 0xf) as u8 * 16;
        Colour { red: part(8), green: part(4), blue: part(0) }
    }
}

fn mixed(a: Colour, b: Colour) -> Colour {
    let [red, green, blue] = [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)].map(|(x, y)| x / 2 + y / 2);
    Colour { red, green, blue }
}

fn main() {
    let by_name: BTreeMap<_, _> = THEMES.iter().map(|theme| (theme.name, theme)).collect();
    let solar = by_name["solar"];
    println!("{:?} {:?}", mixed(solar.ink, Colour::from(100)), solar.paper);
}
