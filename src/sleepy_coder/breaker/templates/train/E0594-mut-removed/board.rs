//~ family: E0594-mut-removed
const SIDE: usize = 3;

struct Board {
    cells: [[char; SIDE]; SIDE],
}

fn played(moves: &[(usize, usize)]) -> Board {
    let mut board = Board { cells: [['.'; SIDE]; SIDE] };
    for (turn, (row, column)) in moves.iter().enumerate() {
        board.cells[*row][*column] = if turn % 2 == 0 { 'x' } else { 'o' };
    }
    board
}

fn main() {
    let board = played(&[(0, 0), (1, 1), (2, 0)]);
    for row in board.cells {
        println!("{}", row.iter().collect::<String>());
    }
    let mut counts = [0; 2];
    for cell in board.cells.concat() {
        if cell != '.' {
            counts[usize::from(cell == 'o')] += 1;
        }
    }
    println!("{counts:?}");
}
