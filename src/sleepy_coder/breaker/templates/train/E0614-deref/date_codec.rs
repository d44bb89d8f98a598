//~ family: E0614-deref
//~ vary u16: u16 | u32
mod date {
    pub const DAYS: u16 = 31;

    #[derive(Debug, PartialEq)]
    pub enum Fault {
        Month(u16),
        Day { given: u16, most: u16 },
    }

    pub struct Date {
        pub year: u16,
        pub month: u16,
        pub day: u16,
    }

    pub fn days_in(month: u16) -> Option<u16> {
        let short = match month {
            4 | 6 | 9 | 11 => 1,
            2 => 3,
            1..=12 => 0,
            _ => return None,
        };
        Some(DAYS - short)
    }

    impl Date {
        pub fn checked(year: u16, month: u16, day: u16) -> Result<Date, Fault> {
            let most = days_in(month).ok_or(Fault::Month(month))?;
            if day == 0 || day > most {
                return Err(Fault::Day { given: day, most });
            }
            Ok(Date { year, month, day })
        }

        pub fn packed(&self) -> u32 {
            let Date { year, month, day } = *self;
            let since = u32::from(year) * 12 + u32::from(month);
            since * 32 + u32::from(day)
        }
    }
}

use date::Date;

fn main() {
    for (year, month, day) in [(99, 2, 29), (7, 13, 1), (24, 6, 5)] {
        let parsed = Date::checked(year, month, day);
        match parsed {
            Ok(date) if date.packed() > 9 => println!("{} packed", date.packed()),
            Ok(date) => println!("{}", date.day),
            Err(fault) => println!("{fault:?}"),
        }
    }
}
