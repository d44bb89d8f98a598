//~ family: E0416-bound-twice
type Row = (&'static str, u32, u32);

fn total(rows: &[Row]) -> u32 {
    let mut sum = 0;
    for (_, amount, _) in rows {
        sum += amount;
    }
    sum
}

fn names(rows: &[Row]) -> Vec<&'static str> {
    rows.iter().map(|(name, _, _)| *name).collect()
}

fn busiest(rows: &[Row]) -> Option<u32> {
    rows.iter().map(|(_, amount, visits)| amount * visits).max()
}

fn main() {
    let rows = [("rent", 700, 1), ("food", 45, 9), ("bus", 3, 40)];
    println!("{} {:?} {:?}", total(&rows), names(&rows), busiest(&rows));
}
