//~ family: E0596-mut-removed
//~ vary canvas: canvas | board | sheet
//~ vary copied: copied | cloned
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Blank,
    Ink,
}

fn paint_row(row: &mut [Cell], every: usize) {
    for (column, cell) in row.iter_mut().enumerate() {
        if column % every == 0 {
            *cell = Cell::Ink;
        }
    }
}

fn show(rows: &[Vec<Cell>]) -> String {
    rows.iter()
        .map(|row| row.iter().map(|cell| if *cell == Cell::Ink { '#' } else { '.' }).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

fn main() {
    let mut rows = vec![vec![Cell::Blank; 8]; 3];
    for (number, row) in rows.iter_mut().enumerate() {
        paint_row(row, number + 2);
    }
    println!("{}", show(&rows));
    let mut flat: Vec<Cell> = rows.iter().flatten().copied().collect();
    flat.retain(|cell| *cell == Cell::Ink);
    println!("canvas: {} painted", flat.len());
}
