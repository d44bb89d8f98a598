//~ family: E0434-closure-removed
struct Grid {
    rows: i32,
    columns: i32,
}

impl Grid {
    fn neighbours(&self, row: i32, column: i32) -> usize {
        let (rows, columns) = (self.rows, self.columns);
        let size = rows + columns - 1;
        let inside = |place: &(i32, i32)| -> bool { place.0.min(place.1) >= 0 && place.0 + place.1 < size };
        let around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)];
        around.iter().filter(|place| inside(place)).count()
    }
}

fn main() {
    let grid = Grid { rows: 3, columns: 3 };
    println!("{} {} {}", grid.neighbours(0, 0), grid.neighbours(1, 1), grid.neighbours(2, 1));
}
