//~ family: E0435-const-removed
fn weekly(visits: &[u32]) -> Vec<u32> {
    const DAYS: usize = 7;
    let mut totals = [0; DAYS];
    for (day, count) in visits.iter().enumerate() {
        totals[day % 7] += count;
    }
    totals.to_vec()
}

fn main() {
    let visits: Vec<u32> = (1..=16).collect();
    let totals = weekly(&visits);
    println!("{totals:?}");
}
