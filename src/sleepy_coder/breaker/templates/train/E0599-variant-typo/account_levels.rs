//~ family: E0599-variant-typo
mod account {
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Level {
        Guest,
        Member,
        Owner,
    }

    impl Level {
        pub fn promote(self) -> Level {
            match self {
                Level::Guest => Level::Member,
                _ => Level::Owner,
            }
        }
    }
}

use account::Level;

fn may_delete(level: Level) -> bool {
    level == Level::Owner
}

fn main() {
    let mut level = Level::Guest;
    for _ in 0..3 {
        println!("{level:?} {}", may_delete(level));
        level = level.promote();
    }
}
