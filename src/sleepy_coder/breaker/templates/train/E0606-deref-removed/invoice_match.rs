//~ family: E0606-deref-removed
use std::collections::BTreeMap;

#[derive(Debug)]
enum Line {
    Hours(u16),
    Parts { count: u8, cents: i32 },
    Rebate(i32),
}

fn cents(line: &Line, rate: i64) -> i64 {
    match line {
        Line::Hours(hours) => *hours as i64 * rate,
        Line::Parts { count, cents } => *count as i64 * *cents as i64,
        Line::Rebate(amount) => -(*amount as i64),
    }
}

fn main() {
    let mut bills: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    bills.entry("shed").or_default().push(Line::Hours(3));
    bills.entry("shed").or_default().push(Line::Rebate(250));
    bills.entry("roof").or_default().push(Line::Parts { count: 12, cents: 499 });
    for (job, lines) in &bills {
        let total: i64 = lines.iter().map(|line| cents(line, 4000)).sum();
        println!("{job} {total} {lines:?}");
    }
}
