//~ family: E0592-method-twice
#[derive(Clone, Copy)]
struct Flags(u8);

impl Flags {
    const NONE: Flags = Flags(0);

    const fn with(self, bit: u32) -> Flags {
        Flags(self.0 | 1 << bit)
    }

    fn has(self, bit: u32) -> bool {
        self.0 >> bit & 1 == 1
    }

    fn names<'a>(self, all: &[&'a str]) -> Vec<&'a str> {
        all.iter().enumerate().filter(|(bit, _)| self.has(*bit as u32)).map(|(_, name)| *name).collect()
    }
}

const DEFAULT: Flags = Flags::NONE.with(0).with(2);

fn main() {
    let all = ["read", "write", "run"];
    println!("{:?} / {:?}", DEFAULT.names(&all), DEFAULT.with(1).names(&all));
}
