//~ family: E0716-owner-removed
struct Row {
    cells: Vec<String>,
}

fn line(row: &Row) -> String {
    row.cells.join(";")
}

fn widest(rows: &[Row]) -> usize {
    let mut widest = 0;
    for row in rows {
        let text = line(row);
        let last = text.rsplit(';').next();
        if let Some(cell) = last {
            widest = widest.max(cell.len());
        }
    }
    widest
}

fn main() {
    let rows = ["id;weight", "7;820 g", "8;95 g"].map(|text| Row {
        cells: text.split(';').map(str::to_string).collect(),
    });
    println!("{}", widest(&rows));
    let header = line(&rows[0]);
    let upper = header.as_str();
    println!("{}", upper.to_uppercase());
}
