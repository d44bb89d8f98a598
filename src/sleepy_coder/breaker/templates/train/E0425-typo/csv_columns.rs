//~ family: E0425-typo
use std::fmt::{self, Display};

struct Column<'a> {
    title: &'a str,
    cells: Vec<&'a str>,
}

impl Column<'_> {
    fn width(&self) -> usize {
        let header = self.title.len();
        self.cells.iter().map(|cell| cell.len()).fold(header, usize::max)
    }
}

struct Table<'a>(Vec<Column<'a>>);

impl<'a> Table<'a> {
    fn parse(text: &'a str) -> Result<Self, String> {
        let mut rows = text.lines().map(|row| row.split(',').collect::<Vec<_>>());
        let titles = rows.next().ok_or_else(|| "no header".to_string())?;
        let mut columns: Vec<Column> = titles.iter().map(|title| Column { title, cells: Vec::new() }).collect();
        for (number, row) in rows.enumerate() {
            if row.len() != columns.len() {
                return Err(format!("row {number} has {} cells", row.len()));
            }
            for (column, cell) in columns.iter_mut().zip(row) {
                column.cells.push(cell);
            }
        }
        Ok(Table(columns))
    }
}

impl Display for Table<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for column in &self.0 {
            let width = column.width();
            write!(out, "{:<width$}|", column.title)?;
        }
        Ok(())
    }
}

fn main() {
    for text in ["tree,height\noak,30\nyew,4", "tree\n1,2", ""] {
        match Table::parse(text) {
            Ok(table) => println!("{table}"),
            Err(problem) => println!("{problem}"),
        }
    }
}
