//~ family: E0384-mut-removed
//~ vary u32: u32 | i32 | i64
//~ vary rain: rain | snow | hail
fn longest_streak(days: &[&str], wanted: &str) -> usize {
    let mut best = 0;
    let mut current = 0;
    for day in days {
        current = if *day == wanted { current + 1 } else { 0 };
        if current > best {
            best = current;
        }
    }
    best
}

fn water_collected(days: &[&str], per_day: u32) -> u32 {
    let mut litres = 0;
    for day in days {
        match *day {
            "rain" => litres += per_day,
            _ => continue,
        }
    }
    litres
}

fn main() {
    let week = ["sun", "rain", "rain", "cloud", "rain", "sun", "rain"];
    println!("longest streak: {}", longest_streak(&week, "rain"));
    println!("barrel holds {} litres", water_collected(&week, 14));
}
