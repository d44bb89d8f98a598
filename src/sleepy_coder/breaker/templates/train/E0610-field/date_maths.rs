//~ family: E0610-field
//~ vary u32: u32 | u64 | i64
#[derive(Debug, Clone, Copy, PartialEq)]
struct Date {
    year: u32,
    month: u32,
    day: u32,
}

const EPOCH: u32 = 1970;

const fn leap(year: u32) -> bool {
    let fourth = year % 4 == 0;
    fourth && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(month: u32, year: u32) -> u32 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    fn ordinal(&self) -> u32 {
        let earlier: u32 = (1..self.month).map(|month| days_in(month, self.year)).sum();
        earlier + self.day
    }

    fn since_epoch(&self) -> u32 {
        let mut days = self.ordinal() - 1;
        let mut year = EPOCH;
        while year < self.year {
            days += if leap(year) { 366 } else { 365 };
            year += 1;
        }
        days
    }

    fn checked(year: u32, month: u32, day: u32) -> Option<Date> {
        let valid = (1..=12).contains(&month) && day > 0;
        if !valid || day > days_in(month, year) {
            return None;
        }
        Some(Date { year, month, day })
    }
}

fn main() {
    if let Some(date) = Date::checked(2024, 3, 1) {
        let weekday = (date.since_epoch() + 4) % 7;
        println!("{date:?} {} {weekday}", date.ordinal());
    }
    println!("{:?}", Date::checked(2023, 2, 29));
}
