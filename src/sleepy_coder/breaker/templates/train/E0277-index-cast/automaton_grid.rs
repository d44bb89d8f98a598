//~ family: E0277-index-cast
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    Dead,
    Live,
}

#[derive(Clone)]
struct Board {
    rows: Vec<Vec<Cell>>,
    wide: i32,
    high: i32,
}

const RULES: [[Cell; 4]; 2] =
    [[Cell::Dead, Cell::Dead, Cell::Dead, Cell::Live], [Cell::Dead, Cell::Dead, Cell::Live, Cell::Live]];

impl Board {
    fn get(&self, x: i32, y: i32) -> Option<Cell> {
        if x < 0 || y < 0 || x >= self.wide || y >= self.high {
            return None;
        }
        let row = &self.rows[y as usize];
        Some(row[x as usize])
    }

    fn flip(&mut self, (x, y): (i32, i32)) {
        let row = self.rows.get_mut(y as usize);
        if let Some(row) = row {
            row[x as usize] = match row[x as usize] {
                Cell::Dead => Cell::Live,
                Cell::Live => Cell::Dead,
            };
        }
    }

    fn next(&self, x: i32, y: i32) -> Cell {
        let around = [(-1, 0), (1, 0), (0, -1), (0, 1)];
        let live = around.iter().filter(|(dx, dy)| self.get(x + dx, y + dy) == Some(Cell::Live)).count();
        let rules = RULES[self.get(x, y).map_or(0, |cell| cell as u8) as usize];
        rules[live.min(3)]
    }
}

fn main() {
    let mut board = Board { rows: vec![vec![Cell::Dead; 3]; 2], wide: 3, high: 2 };
    board.flip((1, 0));
    board.flip((2, 1));
    println!("{:?} {:?}", board.next(1, 1), board.get(5, 0));
}
