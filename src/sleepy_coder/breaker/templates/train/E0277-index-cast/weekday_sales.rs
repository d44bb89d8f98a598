//~ family: E0277-index-cast
//~ vary u32: u32 | u64 | i32 | i16
//~ vary f64: f64 | f32
fn best_day(takings: &[f64]) -> u32 {
    let mut best: u32 = 0;
    let mut day: u32 = 0;
    for amount in takings {
        if *amount > takings[best as usize] {
            best = day;
        }
        day += 1;
    }
    best
}

fn main() {
    let labels = ["mon", "tue", "wed", "thu", "fri"];
    let takings = vec![12.5, 8.0, 31.25, 17.75, 9.5];
    let winner = best_day(&takings);
    println!("best day: {}", labels[winner as usize]);
    println!("it brought {:.2}", takings[winner as usize]);
}
