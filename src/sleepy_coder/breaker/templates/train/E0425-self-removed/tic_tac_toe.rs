//~ family: E0425-self-removed
//~ vary Cross: Cross | Iron
//~ vary chunks: chunks | windows
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    Cross,
    Nought,
}

struct Board {
    cells: Vec<Option<Mark>>,
    side: usize,
    moves: usize,
}

impl Board {
    fn place(&mut self, row: usize, column: usize, mark: Mark) -> Result<(), String> {
        let slot = row * self.side + column;
        let cell = self.cells.get_mut(slot).ok_or("off the board")?;
        if let Some(owner) = cell {
            return Err(format!("{owner:?} is there"));
        }
        *cell = Some(mark);
        self.moves += 1;
        Ok(())
    }

    fn row_winner(&self) -> Option<Mark> {
        let full_row = self.cells.chunks(self.side).find(|row| row[0].is_some() && row.iter().all(|cell| *cell == row[0]));
        full_row.and_then(|row| row[0])
    }
}

fn main() {
    let mut board = Board { cells: vec![None; 9], side: 3, moves: 0 };
    for (row, column, mark) in [(0, 0, Mark::Cross), (0, 1, Mark::Cross), (0, 0, Mark::Nought), (0, 2, Mark::Cross)] {
        let outcome = board.place(row, column, mark);
        println!("{outcome:?}");
    }
    println!("{:?} after {} moves", board.row_winner(), board.moves);
}
