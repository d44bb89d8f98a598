//~ family: E0560-typo
//~ vary i32: i32 | i64
//~ vary lantern: lantern | shield | flute
#[derive(Clone, Copy, Debug)]
struct Stats {
    strength: i32,
    luck: i32,
    armor: i32,
}

const NOVICE: Stats = Stats { strength: 5, luck: 2, armor: 1 };

impl std::ops::AddAssign for Stats {
    fn add_assign(&mut self, bonus: Stats) {
        *self = Stats {
            strength: self.strength + bonus.strength,
            luck: self.luck + bonus.luck,
            armor: self.armor + bonus.armor,
        };
    }
}

fn bonus_for(item: &str) -> Stats {
    let plain = Stats { strength: 0, luck: 0, armor: 0 };
    match item {
        "lantern" => Stats { luck: 4, ..plain },
        "axe" => Stats { strength: 9, luck: -2, armor: 0 },
        _ => plain,
    }
}

fn main() {
    let mut hero = NOVICE;
    for item in ["lantern", "axe", "pebble"] {
        hero += bonus_for(item);
        println!("{item:>8}: {hero:?}");
    }
}
