//~ family: parse-and
#[derive(Clone, Copy, PartialEq, Debug)]
enum Cell {
    Wall,
    Free { cost: u32 },
    Door(bool),
}

type Grid = Vec<Vec<Cell>>;

fn inside(grid: &Grid, row: i32, column: i32) -> bool {
    row >= 0 && column >= 0 && (row as usize) < grid.len() && (column as usize) < grid[row as usize].len()
}

fn passable(cell: Cell, has_key: bool, budget: u32) -> bool {
    match cell {
        Cell::Door(locked) => !locked || has_key,
        Cell::Free { cost } if cost == 0 || cost <= budget => true,
        Cell::Free { .. } | Cell::Wall => false,
    }
}

fn reachable(grid: &Grid, has_key: bool) -> usize {
    let open = |cell: &&Cell| **cell != Cell::Wall && passable(**cell, has_key, 3);
    grid.iter().flatten().filter(open).count()
}

fn main() {
    let grid = vec![vec![Cell::Wall, Cell::Free { cost: 2 }], vec![Cell::Door(true), Cell::Free { cost: 9 }]];
    println!("{} {}", reachable(&grid, false), reachable(&grid, true));
    assert!(inside(&grid, 1, 0) && !inside(&grid, -1, 5));
}
