//~ family: E0594-shared-reference
//~ vary i32: i32 | i64 | u32
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    height: i32,
    wet: bool,
}

struct Grid<const W: usize> {
    rows: Vec<[Cell; W]>,
}

impl<const W: usize> Grid<W> {
    fn flood(&mut self, row: usize, column: usize) -> usize {
        let Some(cell) = self.rows.get_mut(row).and_then(|cells| cells.get_mut(column)) else {
            return 0;
        };
        if cell.wet || cell.height > 2 {
            return 0;
        }
        cell.wet = true;
        1 + self.flood(row + 1, column) + self.flood(row, column + 1)
    }

    fn raise(cells: &mut [Cell; W], by: i32) {
        cells[0].height += by;
    }
}

fn dry<'c>(cells: impl Iterator<Item = &'c mut Cell>) {
    cells.for_each(|cell| cell.wet = false);
}

fn main() {
    let mut grid = Grid { rows: vec![[Cell { height: 1, wet: false }; 3]; 2] };
    Grid::raise(&mut grid.rows[1], 4);
    println!("{} wet", grid.flood(0, 0));
    if let Some(cells) = grid.rows.last_mut() {
        cells[2].height = 9;
    }
    let top = &mut grid.rows[0];
    top[1].height -= 1;
    dry(grid.rows.iter_mut().flatten());
    println!("{:?}", grid.rows[1]);
}
