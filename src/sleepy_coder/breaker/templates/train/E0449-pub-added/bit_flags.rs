//~ family: E0449-pub-added
use std::ops::{BitOr, Deref, Index, Neg};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Flags(u8);

#[derive(Clone, Copy)]
enum Flag {
    Read = 1,
    Write = 2,
    Run = 4,
}

impl BitOr<Flag> for Flags {
    type Output = Flags;
    fn bitor(self, flag: Flag) -> Flags {
        Flags(self.0 | flag as u8)
    }
}

impl Neg for Flags {
    type Output = Self;

    fn neg(self) -> Self {
        Flags(!self.0 & 7)
    }
}

impl Index<Flag> for Flags {
    type Output = bool;

    fn index(&self, flag: Flag) -> &bool {
        if self.0 & flag as u8 != 0 {
            &true
        } else {
            &false
        }
    }
}

impl Deref for Flags {
    type Target = u8;

    fn deref(&self) -> &u8 {
        &self.0
    }
}

fn main() {
    let flags = Flags(0) | Flag::Read | Flag::Run;
    println!("{} {:?} {}", flags[Flag::Write], -flags, flags.count_ones());
}
