//~ family: E0425-typo
//~ vary u32: u32 | i32 | i64
//~ vary carrots: carrots | leeks | beans
fn watering(beds: &[u32], rainfall: u32, threshold: u32) -> u32 {
    let mut litres = 0;
    let dry_days = threshold / (rainfall + 1);
    for bed in beds {
        let needed = bed * 2 + dry_days;
        litres += needed;
    }
    litres
}

fn harvest_week(planted: u32, growth: u32) -> Option<u32> {
    let week = planted + growth;
    if week > 52 {
        return None;
    }
    Some(week)
}

fn main() {
    let beds = vec![6, 4, 9];
    let thirsty = watering(&beds, 3, 20);
    println!("{thirsty} litres for {} beds", beds.len());
    let crops = [("carrots", 14), ("pumpkins", 44)];
    for (crop, planted) in crops {
        match harvest_week(planted, 11) {
            Some(week) => println!("{crop} in week {week}"),
            None => println!("{crop} too late"),
        }
    }
}
