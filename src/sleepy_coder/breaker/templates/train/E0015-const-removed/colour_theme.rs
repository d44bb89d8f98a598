//~ family: E0015-const-removed
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
struct Rgb(u8, u8, u8);

struct Theme {
    name: &'static str,
    back: Rgb,
    ink: Rgb,
}

impl Rgb {
    const fn grey(level: u8) -> Self {
        Rgb(level, level, level)
    }

    #[must_use]
    pub const fn mixed(self, other: Rgb) -> Rgb {
        const fn half(a: u8, b: u8) -> u8 {
            a / 2 + b / 2
        }
        Rgb(half(self.0, other.0), self.1 / 2 + other.1 / 2, self.2)
    }
}

const BLUE: Rgb = Rgb(10, 20, 220);

const THEMES: [Theme; 2] = [
    Theme {
        name: "fog",
        back: Rgb::grey(200),
        ink: BLUE,
    },
    Theme {
        name: "dusk",
        back: BLUE.mixed(Rgb(90, 80, 60)),
        ink: Rgb(250, 250, 240),
    },
];

const fn contrast(theme: &Theme) -> bool {
    theme.back.0 > theme.ink.0
}

fn main() {
    const DARK: bool = contrast(&THEMES[1]);
    for theme in &THEMES {
        println!("{} {:?} {}", theme.name, theme.back, theme.ink == BLUE);
    }
    println!("{}", DARK);
}
