//~ family: E0277-question-on-result
struct Grid {
    cells: Vec<Vec<u32>>,
}

impl Grid {
    fn read(text: &str) -> Option<Grid> {
        let mut cells = Vec::new();
        for line in text.lines() {
            let row =
                line.split(',').map(|cell| cell.parse::<u32>()).collect::<Result<Vec<u32>, _>>().ok()?;
            cells.push(row);
        }
        if cells.is_empty() { None } else { Some(Grid { cells }) }
    }

    fn total(&self) -> u32 {
        self.cells.iter().flatten().sum()
    }
}

fn main() {
    for text in ["1,2\n30,4", "7,x", ""] {
        let total = Grid::read(text).map(|grid| grid.total());
        println!("{total:?}");
    }
}
