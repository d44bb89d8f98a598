//~ family: E0499-second-borrow
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    mark: char,
    heat: u32,
}

struct Grid {
    cells: Vec<Cell>,
    width: usize,
}

impl Grid {
    fn cell_mut(&mut self, row: usize, column: usize) -> &mut Cell {
        let at = row * self.width + column;
        &mut self.cells[at]
    }

    fn spread(&mut self, row: usize) {
        let left = self.cell_mut(row, 0);
        left.heat += 4;
        let right = self.cell_mut(row, 1);
        right.heat += 2;
    }

    fn stamp(&mut self, mark: char) -> u32 {
        let old = self.cells[0].clone();
        self.cell_mut(0, 0).mark = mark;
        old.heat + u32::from(old.mark == mark)
    }

    fn row(&mut self, row: usize) -> &mut [Cell] {
        let start = row * self.width;
        &mut self.cells[start..start + self.width]
    }
}

fn main() {
    let cells = vec![Cell { mark: '.', heat: 0 }; 4];
    let mut grid = Grid { cells, width: 2 };
    grid.spread(1);
    println!("{}", grid.stamp('x'));
    let top = grid.row(0);
    top[1].mark = 'o';
    let bottom = grid.row(1);
    bottom.reverse();
    println!("{:?}", grid.cells);
}
