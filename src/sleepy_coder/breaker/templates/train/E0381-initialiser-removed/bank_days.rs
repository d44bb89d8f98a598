//~ family: E0381-initialiser-removed
use std::fmt::Write as _;

#[derive(Debug)]
enum Entry {
    In(u64),
    Out(u64),
    Close,
}

fn replay(entries: &[Entry]) -> Result<u64, String> {
    let mut balance: u64 = 0;
    let mut closed = false;
    for (day, entry) in entries.iter().enumerate() {
        if closed {
            return Err(format!("day {day}: closed"));
        }
        match *entry {
            Entry::In(cents) => balance += cents,
            Entry::Out(cents) => balance = balance.checked_sub(cents).ok_or("too little")?,
            Entry::Close => closed = true,
        }
    }
    Ok(balance)
}

fn ledger(entries: &[Entry]) -> String {
    let mut page: String = String::new();
    let mut line: u8 = 0;
    for entry in entries {
        line += 1;
        let _ = write!(page, "{line}.{entry:?} ");
    }
    page
}

fn main() {
    let entries = vec![Entry::In(40), Entry::Out(15), Entry::Close];
    println!("{:?} {}", replay(&entries), ledger(&entries[..2]));
    println!("{:?} {:?}", replay(&[Entry::Close, Entry::In(1)]), replay(&[Entry::Out(9)]));
}
