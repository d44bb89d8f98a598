//~ family: E0255-import-clash
mod dice {
    pub struct Dice {
        pub state: u32,
    }

    pub type Roll = (u32, u32);

    pub fn roll(dice: &mut Dice) -> Roll {
        dice.state = dice.state * 75 % 65537;
        (dice.state % 6 + 1, dice.state / 7 % 6 + 1)
    }

    pub fn is_double(roll: (u32, u32)) -> bool {
        roll.0 == roll.1
    }
}

use dice::{Dice, Roll, is_double, roll};

fn points(roll: Roll) -> u32 {
    if is_double(roll) { roll.0 * 10 } else { roll.0 + roll.1 }
}

fn main() {
    let mut dice = Dice { state: 42 };
    let total: u32 = (0..4).map(|_| points(roll(&mut dice))).sum();
    println!("{total}");
}
