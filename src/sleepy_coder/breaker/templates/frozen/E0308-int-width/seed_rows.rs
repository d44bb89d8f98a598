//~ family: E0308-int-width
//~ vary u16: u16 | u8
fn layout(rows: &[u16]) -> Vec<(usize, String)> {
    let mut plan = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        plan.push((place, "*".repeat(*row as usize)));
    }
    plan
}

fn seeds(rows: &[u16], each: u64) -> u64 {
    rows.iter().fold(0, |sum, row| add(sum, *row as u64, each))
}

fn add(sum: u64, row: u64, each: u64) -> u64 {
    sum + row * each
}

fn main() {
    let rows = [3, 5, 2];
    for (place, line) in layout(&rows) {
        println!("{place} {line}");
    }
    println!("{}", seeds(&rows, 400));
}
