//~ family: E0435-const-removed
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    Empty,
    Stone,
}

struct Board {
    cells: Vec<[Cell; 5]>,
}

impl Board {
    fn new(rows: usize) -> Board {
        const WIDTH: usize = 5;
        Board { cells: vec![[Cell::Empty; WIDTH]; rows] }
    }

    fn stones(&self) -> usize {
        self.cells.iter().flatten().filter(|cell| **cell == Cell::Stone).count()
    }
}

fn main() {
    let mut board = Board::new(3);
    board.cells[1][2] = Cell::Stone;
    println!("{} of {}", board.stones(), board.cells.len() * board.cells[0].len());
}
