//~ family: E0425-typo
#[derive(Clone, Copy, Default)]
struct Board(u64);

impl Board {
    const WIDTH: u32 = 8;

    fn mask(row: u32, column: u32) -> u64 {
        let shift = row * Self::WIDTH + column;
        1 << shift
    }

    fn with(mut self, row: u32, column: u32) -> Self {
        let bit = Self::mask(row, column);
        self.0 |= bit;
        self
    }

    fn neighbours(&self, row: u32, column: u32) -> u32 {
        let mut count = 0;
        for near in row.saturating_sub(1)..=(row + 1).min(7) {
            for beside in column.saturating_sub(1)..=(column + 1).min(7) {
                let occupied = self.0 & Self::mask(near, beside) != 0;
                if occupied && (near, beside) != (row, column) {
                    count += 1;
                }
            }
        }
        count
    }
}

fn main() {
    let start = Board::default().with(0, 1).with(1, 1);
    let grown = start.with(2, 2);
    let (before, after) = (start.neighbours(1, 2), grown.neighbours(1, 2));
    println!("{before} {after} {:x}", grown.0);
}
