//~ family: E0434-closure-removed
//~ vary u32: u32 | i64 | usize
use std::cell::RefCell;
use std::collections::BTreeMap;

enum Row<'r> {
    Title(&'r str),
    Entry { name: &'r str, amount: u32 },
}

struct Report {
    lines: RefCell<Vec<String>>,
    currency: char,
}

impl Report {
    fn fill(&self, rows: &[Row<'_>]) -> u32 {
        let lines = &self.lines;
        let emit = |text: String| -> usize {
            lines.borrow_mut().push(text);
            3
        };
        let sign = self.currency;
        let money = |amount: u32| -> String { format!("{amount} {sign}") };
        let mut sum = 0;
        for row in rows {
            match row {
                Row::Title(title) => {
                    let ruler = |fill: &str| -> String { fill.repeat(title.len()) };
                    emit(ruler("="));
                }
                Row::Entry { name, amount } => {
                    sum += amount;
                    emit(name.to_string() + ": " + &money(*amount));
                }
            }
        }
        sum
    }
}

fn bands(limits: &[u32]) -> BTreeMap<u32, usize> {
    let band = |value: &u32| -> usize { limits.partition_point(|limit| limit <= value) };
    [1, 5, 50].iter().map(|value| (*value, band(value))).collect()
}

fn main() {
    let report = Report {
        lines: RefCell::default(),
        currency: '$',
    };
    let sum = report.fill(&[
        Row::Title("food"),
        Row::Entry {
            name: "rice",
            amount: 12,
        },
    ]);
    println!("{sum} {:?} {:?}", report.lines.borrow(), bands(&[2, 10]));
    if let Some(first) = std::env::args().next() {
        let same = |other: &str| -> bool { other == first };
        println!("{}", same("report"));
    }
}
