//~ family: E0005-else-removed
//~ vary u32: u32 | u64
struct Table {
    rows: Vec<(String, u32)>,
}

impl Table {
    fn read(text: &str) -> Table {
        let mut rows = Vec::new();
        for line in text.lines() {
            let Some((team, points)) = line.split_once('=') else {
                continue;
            };
            let Ok(points) = points.parse::<u32>() else {
                continue;
            };
            rows.push((team.to_string(), points));
        }
        Table { rows }
    }
}

fn main() {
    let table = Table::read("hawks=12\nno score\ncrows=many\nterns=7");
    for (team, points) in &table.rows {
        println!("{team} {points}");
    }
    println!("{}", table.rows.len());
}
