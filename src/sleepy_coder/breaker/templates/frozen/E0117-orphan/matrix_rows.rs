//~ family: E0117-orphan
mod grid {
    use std::ops::Index;

    pub struct Grid {
        pub cells: Vec<i32>,
        pub width: usize,
    }

    impl Index<(usize, usize)> for Grid {
        type Output = i32;
        fn index(&self, (row, column): (usize, usize)) -> &i32 {
            &self.cells[row * self.width + column]
        }
    }
}

use grid::Grid;

fn diagonal(grid: &Grid) -> Vec<i32> {
    (0..grid.width).map(|place| grid[(place, place)]).collect()
}

fn transposed(grid: &Grid) -> Grid {
    let rows = grid.cells.len() / grid.width;
    let cells = (0..grid.width).flat_map(|column| (0..rows).map(move |row| grid[(row, column)])).collect();
    Grid { cells, width: rows }
}

fn main() {
    let grid = Grid { cells: vec![1, 2, 3, 4, 5, 6, 7, 8, 9], width: 3 };
    println!("{:?} {:?}", diagonal(&grid), transposed(&grid).cells);
}
