//~ family: E0277-range
//~ vary u8: u8 | i32 | u32
type Table = Vec<Vec<u8>>;

fn transpose(table: &Table) -> Option<Table> {
    let height = table.len();
    let width = table.first()?.len();
    let mut turned = Table::new();
    for column in 0..width {
        let mut row = Vec::new();
        for line in 0..height {
            row.push(*table.get(line)?.get(column)?);
        }
        turned.push(row);
    }
    Some(turned)
}

fn main() {
    let table = vec![vec![11, 12, 13], vec![21, 22, 23]];
    match transpose(&table) {
        Some(turned) => println!("{:?}", turned),
        None => println!("ragged table"),
    }
    println!("{:?}", transpose(&vec![]));
}
