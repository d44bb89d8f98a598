//~ family: E0261-lifetime-undeclared
//~ vary city: city | river | region
//~ vary trim: trim | trim_start | trim_end
use std::collections::BTreeMap;

struct Table<'t> {
    header: Vec<&'t str>,
}

fn cells<'t>(row: &'t str) -> Vec<&str> {
    row.split(',').map(|cell| cell.trim()).collect()
}

fn column_index(table: &Table, column: &str) -> Result<usize, String> {
    table
        .header
        .iter()
        .position(|title| *title == column)
        .ok_or_else(|| format!("column {column} is missing"))
}

fn group<'t>(rows: &[&'t str], at: usize) -> BTreeMap<String, usize> {
    let mut groups = BTreeMap::new();
    for row in rows {
        if let Some(cell) = cells(row).get(at) {
            *groups.entry(cell.to_string()).or_insert(0) += 1;
        }
    }
    groups
}

fn main() {
    let table = Table { header: cells("person, city, age") };
    let rows = ["Ines, Porto, 31", "Rui, Lisbon, 40", "Eva, Porto, 22"];
    match column_index(&table, "city") {
        Ok(at) => println!("{:?}", group(&rows, at)),
        Err(problem) => println!("{problem}"),
    }
}
