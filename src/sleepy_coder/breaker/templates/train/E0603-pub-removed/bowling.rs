//~ family: E0603-pub-removed
//~ vary Spare: Spare | Split | Turkey
mod lane {
    #[derive(Debug)]
    pub enum Frame {
        Strike,
        Spare,
        Open(i32),
    }

    pub fn classify(first_roll: i32, second_roll: i32) -> Frame {
        if first_roll > 9 {
            Frame::Strike
        } else if first_roll + second_roll > 9 {
            Frame::Spare
        } else {
            Frame::Open(first_roll + second_roll)
        }
    }

    pub mod display {
        pub fn symbol(pins: i32) -> char {
            if pins > 9 { 'X' } else { '-' }
        }
    }
}

use self::lane::Frame as Outcome;

fn main() {
    let rolls = vec![(10, 0), (7, 3), (4, 5)];
    let mut score = 0;
    for (a, b) in &rolls {
        score += match lane::classify(*a, *b) {
            Outcome::Strike => 30,
            Outcome::Spare => 15,
            Outcome::Open(pins) => pins,
        };
        println!("{} {score}", lane::display::symbol(*a));
    }
}
