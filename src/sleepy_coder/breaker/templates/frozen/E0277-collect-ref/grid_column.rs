//~ family: E0277-collect-ref
//~ vary i64: i64 | i32 | f64
fn column(rows: &[Vec<i64>], at: usize) -> Result<Vec<i64>, String> {
    let cells: Option<Vec<i64>> = rows.iter().map(|row| row.get(at)).map(|cell| cell.copied()).collect();
    cells.ok_or_else(|| format!("no column {}", at))
}

fn border(rows: &[Vec<i64>]) -> Vec<i64> {
    match (rows.first(), rows.last()) {
        (Some(top), Some(bottom)) => top.iter().chain(bottom.iter()).copied().collect(),
        _ => Vec::new(),
    }
}

fn main() {
    let rows: Vec<Vec<i64>> = vec![vec![0 as i64, 1 as i64], vec![1 as i64, 0 as i64]];
    println!("{:?}", column(&rows, 1));
    println!("{:?}", column(&rows, 40));
    println!("{:?}", border(&rows));
}
