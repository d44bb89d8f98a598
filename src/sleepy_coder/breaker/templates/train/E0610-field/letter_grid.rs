//~ family: E0610-field
type Cell = (usize, usize);

fn find(grid: &[&str], wanted: char) -> Option<Cell> {
    for (row, line) in grid.iter().enumerate() {
        for (column, letter) in line.chars().enumerate() {
            let hit = letter == wanted;
            if hit {
                return Some((row, column));
            }
        }
    }
    None
}

fn distance(from: Cell, to: Cell) -> usize {
    let rows = from.0.abs_diff(to.0);
    let columns = from.1.abs_diff(to.1);
    rows + columns
}

fn main() {
    let grid = ["tea", "lip", "orb"];
    let start = find(&grid, 'e').unwrap_or((0, 0));
    let goal = find(&grid, 'b').unwrap_or((0, 0));
    println!("{:?} {:?} {}", start, goal, distance(start, goal));
}
