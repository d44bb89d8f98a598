//~ family: E0317-else-removed
use std::collections::HashMap;

struct Column<'c> {
    name: &'c str,
    width: usize,
}

impl<'c> Column<'c> {
    fn fit(&mut self, cell: &str) -> &mut Self {
        let size = cell.chars().count();
        self.width = if size > self.width { size } else { self.width };
        self
    }

    fn key(&self) -> Option<char> {
        if self.name.is_empty() {
            return None;
        }
        let first = self.name.chars().next();
        first.and_then(|letter| if letter.is_alphabetic() { Some(letter.to_ascii_lowercase()) } else { None })
    }
}

fn narrower<'w>(widths: &'w HashMap<&str, usize>, one: &str, other: &str) -> Option<&'w usize> {
    let (left, right) = (widths.get(one)?, widths.get(other)?);
    Some(if left <= right { left } else { right })
}

fn index(columns: &[Column], wanted: char) -> Result<usize, String> {
    let found = columns.iter().enumerate().find_map(|(at, column)| {
        let key = column.key();
        if key == Some(wanted) {
            Some(at)
        } else {
            None
        }
    });
    found.ok_or_else(|| format!("no column {wanted}"))
}

fn main() {
    let mut columns = [Column { name: "Name", width: 0 }, Column { name: "town", width: 3 }];
    columns[0].fit("Ane").fit("Bartholomeus");
    println!("{:?} {:?}", index(&columns, 't'), index(&columns, 'x'));
    let widths: HashMap<&str, usize> = columns.iter().map(|column| (column.name, column.width)).collect();
    println!("{:?}", narrower(&widths, "Name", "town"));
}
