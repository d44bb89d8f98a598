//~ family: E0317-else-removed
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Date {
    year: u16,
    day: u16,
}

fn later(first: Date, second: Date) -> Date {
    if first >= second { first } else { second }
}

fn within(date: Date, year: u16) -> Option<u16> {
    let day = if date.year == year { Some(date.day) } else { None };
    day
}

fn main() {
    let dates = [Date { year: 2019, day: 40 }, Date { year: 2021, day: 7 }, Date { year: 2021, day: 3 }];
    let last = dates.into_iter().reduce(later);
    println!("{last:?}");
    let days: Vec<u16> = dates.iter().filter_map(|date| within(*date, 2021)).collect();
    println!("{days:?}");
}
