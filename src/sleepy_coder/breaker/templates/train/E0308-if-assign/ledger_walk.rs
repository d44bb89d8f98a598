//~ family: E0308-if-assign
use std::collections::BTreeMap;

enum Fault {
    Empty,
    Unknown(String),
}

fn total(rows: &[(&str, i64)], owner: &str) -> Result<i64, Fault> {
    if rows.len() == 0 {
        return Err(Fault::Empty);
    }
    let mut sums = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(row.0).or_insert(0);
        if *sum == 0 {
            *sum = row.1;
            continue;
        }
        *sum += if row.0 == owner { row.1 } else { row.1 / 2 };
    }
    sums.get(owner).copied().ok_or_else(|| Fault::Unknown(owner.to_string()))
}

fn main() {
    let rows = [("ann", 40), ("bo", 12), ("ann", 9)];
    for owner in ["ann", "cy"] {
        match total(&rows, owner) {
            Ok(sum) => println!("{owner} {sum}"),
            Err(Fault::Unknown(name)) => println!("who is {name}"),
            Err(Fault::Empty) => println!("nothing"),
        }
    }
    let mut left = rows.len();
    let last = left - 1;
    while left > 0 {
        left -= 1;
        if left == last {
            println!("last {:?}", rows[left]);
        } else if rows[left].1 == rows[last].1 {
            println!("same as the last");
        }
    }
}
