//~ family: E0026-field-typo
//~ vary u64: u64 | i64 | u32
//~ vary castling: castling | gambit | promotion
struct Turn<'n> {
    player: Side,
    spent: u64,
    notation: &'n str,
}

#[derive(Clone, Copy)]
enum Side {
    White,
    Black,
}

#[derive(Default)]
struct Clock {
    white_used: u64,
    black_used: u64,
}

impl Clock {
    fn press(mut self, turn: &Turn) -> Clock {
        let Turn { player, spent: seconds, .. } = turn;
        match player {
            Side::White => self.white_used += seconds,
            Side::Black => self.black_used += seconds,
        }
        self
    }
}

fn main() {
    let game = [(Side::White, 41, "e4"), (Side::Black, 12, "c5"), (Side::White, 33, "castling")];
    let turns: Vec<Turn> = game.iter().map(|&(player, spent, notation)| Turn { player, spent, notation }).collect();
    let Clock { white_used, black_used } = turns.iter().fold(Clock::default(), Clock::press);
    println!("white {white_used}s, black {black_used}s, last {:?}", turns.last().map(|turn| turn.notation));
}
