//~ family: E0369-derive-removed
//~ vary i32: i32 | i64 | i16
//~ vary filter: filter | skip_while
#[derive(Clone, Copy, PartialEq)]
struct Cell {
    row: i32,
    column: i32,
}

fn walk(origin: Cell, moves: &str) -> Vec<Cell> {
    let mut here = origin;
    let mut trail = vec![here];
    for step in moves.chars() {
        here = match step {
            'n' => Cell { row: here.row - 1, ..here },
            's' => Cell { row: here.row + 1, ..here },
            'w' => Cell { column: here.column - 1, ..here },
            _ => Cell { column: here.column + 1, ..here },
        };
        trail.push(here);
    }
    trail
}

fn main() {
    let home = Cell { row: 4, column: 7 };
    let trail = walk(home, "nesws");
    let visits = trail.iter().filter(|cell| **cell == home).count();
    let height = trail.iter().map(|cell| cell.row).max().unwrap_or(0);
    println!("home seen {visits} times in {} steps, lowest row {height}", trail.len());
}
