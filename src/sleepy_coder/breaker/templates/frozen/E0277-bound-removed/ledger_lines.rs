//~ family: E0277-bound-removed
use std::fmt::{Display, LowerHex, Write};

struct Ledger<T> {
    entries: Vec<(&'static str, T)>,
}

impl<T> Ledger<T>
where
    T: Display + LowerHex,
{
    fn decimal(&self) -> String {
        let mut out = String::new();
        for (who, amount) in &self.entries {
            write!(out, "{who}={amount:>4};").unwrap();
        }
        out
    }

    fn hex(&self) -> Vec<String> {
        self.entries.iter().map(|(who, amount)| format!("{who}={amount:x}")).collect()
    }
}

fn boxed<T: Display>(text: T) -> String {
    let line = format!("| {text} |");
    let edge = "-".repeat(line.len());
    format!("{edge}\n{line}\n{edge}")
}

fn main() {
    let ledger = Ledger { entries: vec![("ann", 255), ("ben", 16)] };
    println!("{}", boxed(ledger.decimal()));
    println!("{:?}", ledger.hex());
}
