//~ family: E0382-loop-moved
struct Table {
    title: String,
    rows: Vec<Vec<f64>>,
}

impl Table {
    fn into_parts(self) -> (String, usize, Vec<f64>) {
        let Table { title, rows } = self;
        let mut sums = vec![];
        for row in &rows {
            sums.push(row.iter().map(|cell| cell.abs()).sum());
        }
        (title, rows.len(), sums)
    }

    fn scaled(self, by: f64) -> Option<Table> {
        let mut cells = 0;
        for row in self.rows.iter() {
            cells += row.len();
        }
        if cells == 0 {
            return None;
        }
        let rows = vec![vec![by / cells as f64], self.rows.concat()];
        Some(Table { rows, ..self })
    }
}

fn widths(cells: Option<Vec<&str>>) -> Option<(usize, Vec<&str>)> {
    let cells = cells?;
    let total = cells.iter().map(|cell| cell.len()).sum();
    Some((total, cells))
}

fn main() {
    let table = Table { title: "tides".to_string(), rows: vec![vec![1.5, -2.0], vec![0.25]] };
    println!("{:?}", table.scaled(2.0).map(Table::into_parts));
    println!("{:?}", widths(Some(vec!["low", "high"])));
}
