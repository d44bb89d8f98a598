//~ family: E0614-deref
//~ vary u64: u64 | u32 | u128
#[derive(Clone, Copy, PartialEq, Eq)]
struct Board(u64);

impl Board {
    const EDGE: u64 = 8;

    fn mask(file: u64, rank: u64) -> u64 {
        let shift = rank * Self::EDGE + file;
        1 << (shift % 32)
    }

    fn with(self, file: u64, rank: u64) -> Board {
        let bit = Board::mask(file, rank);
        Board(self.0 | bit)
    }

    fn count(self) -> u64 {
        let mut rest = self.0;
        let mut ones = 0;
        while rest > 0 {
            ones += rest & 1;
            rest >>= 1;
        }
        ones
    }
}

fn parity(board: Board, extra: Option<u64>) -> bool {
    let Some(added) = extra else {
        return board.count() % 2 == 0;
    };
    (board.count() + added) % 2 == 0
}

fn main() {
    let board = [(1, 0), (2, 1), (1, 0)].iter().fold(Board(0), |board, &(file, rank)| board.with(file, rank));
    println!("{} {} {}", board.count(), parity(board, None), parity(board, Some(3)));
}
