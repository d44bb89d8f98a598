//~ family: E0603-pub-removed
mod engine {
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Cell {
        Dead,
        Live,
    }

    pub struct Grid<const W: usize> {
        pub rows: Vec<[Cell; W]>,
    }

    pub fn parse<const W: usize>(text: &str) -> Option<Grid<W>> {
        let row = |line: &str| {
            let cells: Vec<Cell> = line.chars().map(rules::cell).collect();
            cells.try_into().ok()
        };
        let rows = text.lines().map(row).collect::<Option<Vec<_>>>()?;
        Some(Grid { rows })
    }

    mod rules {
        use super::Cell;

        pub(super) fn cell(letter: char) -> Cell {
            if letter == '#' {
                Cell::Live
            } else {
                Cell::Dead
            }
        }

        pub(super) const BORN: usize = 3;
    }

    pub union Word {
        pub whole: u32,
        pub parts: [u16; 2],
    }

    pub fn next(live: bool, around: usize) -> Cell {
        match around {
            rules::BORN => Cell::Live,
            2 if live => Cell::Live,
            _ => Cell::Dead,
        }
    }
}

fn main() {
    let grid = engine::parse::<3>("#..\n.##").expect("three columns");
    for row in &grid.rows {
        let live = row.iter().filter(|cell| **cell == engine::Cell::Live).count();
        println!("{live} {:?}", engine::next(row[0] == engine::Cell::Live, live + 1));
    }
    let word = engine::Word { whole: 65_537 };
    println!("{:?} {}", unsafe { word.parts }, engine::parse::<2>("abc").is_none());
}
