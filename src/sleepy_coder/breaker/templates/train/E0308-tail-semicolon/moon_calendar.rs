//~ family: E0308-tail-semicolon
//~ vary u32: u32 | i32 | i64
//~ vary festival: festival | market | regatta
fn days_in(month: u32, leap: bool) -> u32 {
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: u32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn day_of_year(year: u32, month: u32, day: u32) -> u32 {
    let leap = is_leap(year);
    let before: u32 = (1..month).map(|earlier| days_in(earlier, leap)).sum();
    before + day
}

fn moon_age(ordinal: u32) -> f64 {
    let cycle_days = 29.53;
    (f64::from(ordinal as i32) % cycle_days).floor()
}

fn main() {
    for (year, month, day) in [(2024, 3, 1), (2023, 3, 1), (1996, 12, 31)] {
        let ordinal = day_of_year(year, month, day);
        println!("festival on day {ordinal}, moon age {}", moon_age(ordinal));
    }
}
