//~ family: E0119-derived-too
mod board {
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Cell {
        Wall,
        Floor(u8),
    }

    impl Default for Cell {
        fn default() -> Cell {
            Cell::Floor(1)
        }
    }

    #[derive(Debug)]
    pub struct Board {
        pub cells: Vec<Cell>,
        pub width: usize,
    }

    impl Default for Board {
        fn default() -> Board {
            let mut cells = vec![Cell::default(); 6];
            cells[4] = Cell::Wall;
            Board { cells, width: 3 }
        }
    }

    impl Clone for Board {
        fn clone(&self) -> Board {
            Board { cells: self.cells.iter().rev().copied().collect(), width: self.width }
        }
    }
}

use board::{Board, Cell};

fn main() {
    let board = Board::default();
    let flipped = board.clone();
    println!("{:?}", flipped.cells.iter().position(|cell| *cell == Cell::Wall));
    println!("{:?} {}", board.cells[0], board.width);
}
