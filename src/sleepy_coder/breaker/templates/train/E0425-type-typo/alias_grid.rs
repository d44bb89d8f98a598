//~ family: E0425-type-typo
use std::collections::BTreeMap;

type Cell = (usize, usize);
type Grid = BTreeMap<Cell, char>;

fn read(text: &str) -> Grid {
    let mut grid: Grid = BTreeMap::new();
    for (row, line) in text.lines().enumerate() {
        for (column, mark) in line.chars().enumerate() {
            grid.insert((row, column), mark);
        }
    }
    grid
}

fn neighbours(cell: Cell) -> Vec<Cell> {
    let (row, column) = cell;
    vec![(row + 1, column), (row, column + 1)]
}

fn main() {
    let grid = read("#.#\n##.");
    let touching = grid
        .iter()
        .filter(|(_, mark)| **mark == '#')
        .flat_map(|(cell, _)| neighbours(*cell))
        .filter(|cell| grid.get(cell) == Some(&'#'))
        .count();
    println!("{touching} of {}", grid.len());
}
