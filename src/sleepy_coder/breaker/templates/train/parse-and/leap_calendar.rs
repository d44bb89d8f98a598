//~ family: parse-and
fn is_leap(year: u32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn days(year: u32, month: u32) -> Option<u32> {
    if month == 0 || month > 12 {
        return None;
    }
    Some(match month {
        2 if is_leap(year) => 29,
        2 => 28,
        m if m == 4 || m == 6 || m == 9 || m == 11 => 30,
        _ => 31,
    })
}

fn main() {
    for year in [1900, 2000, 2023, 2024] {
        println!("{year} {:?} {:?}", days(year, 2), days(year, 9));
    }
    println!("{:?}", days(2024, 13));
}
