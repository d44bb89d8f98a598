//~ family: parse-comma
const GRID: [[u32; 3]; 3] = [[1, 5, 2], [4, 8, 1], [7, 3, 6]];

fn cheapest(row: usize, column: usize) -> u32 {
    let cost = GRID[row][column];
    match (row, column) {
        (0, 0) => cost,
        (0, _) => cost + cheapest(0, column - 1),
        (_, 0) => cost + cheapest(row - 1, 0),
        _ => cost + std::cmp::min(cheapest(row - 1, column), cheapest(row, column - 1)),
    }
}

fn main() {
    let ends = vec![(2, 2), (0, 2), (2, 0)];
    for (row, column) in ends {
        println!("to {row},{column}: {}", cheapest(row, column));
    }
}
