//~ family: E0005-else-removed
use std::num::IntErrorKind;

#[derive(Debug, PartialEq)]
struct Date {
    year: u16,
    month: u8,
}

fn main() {
    let parse = |text: &str| -> Option<Date> {
        let Some((year, month)) = text.split_once('-') else {
            return None;
        };
        let (Ok(year), Ok(month @ 1..=12)) = (year.parse(), month.parse()) else {
            return None;
        };
        Some(Date { year, month })
    };
    let dates: Vec<Option<Date>> = ["2021-04", "1999-13", "today", "7-7"].into_iter().map(parse).collect();
    let mut months = 0;
    'dates: for date in dates.iter() {
        let Some(Date { month, .. }) = date else { continue };
        if *month > 11 {
            break 'dates;
        }
        months += month;
    }
    println!("{months} {:?}", dates);
    for text in ["300", "x", "8"] {
        let Err(problem) = text.parse::<u8>() else { continue };
        let IntErrorKind::PosOverflow = problem.kind() else {
            continue;
        };
        println!("{text} is too large");
    }
}
