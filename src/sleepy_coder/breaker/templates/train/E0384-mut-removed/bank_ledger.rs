//~ family: E0384-mut-removed
//~ vary i64: i64 | i32
//~ vary Declined: Declined | Refused
enum Entry {
    Deposit(i64),
    Withdraw { amount: i64, fee: i64 },
    Note(&'static str),
}

#[derive(Debug, PartialEq)]
enum Status {
    Settled,
    Declined(usize),
}

fn settle(entries: &[Entry]) -> (i64, Status) {
    let mut balance: i64 = 0;
    let mut status = Status::Settled;
    for (position, entry) in entries.iter().enumerate() {
        let change = match entry {
            Entry::Deposit(amount) => *amount,
            Entry::Withdraw { amount, fee } => -(amount + fee),
            Entry::Note(_) => 0,
        };
        if balance + change < 0 {
            status = Status::Declined(position);
            break;
        }
        balance += change;
    }
    (balance, status)
}

fn main() {
    let entries = [
        Entry::Deposit(80),
        Entry::Withdraw { amount: 25, fee: 2 },
        Entry::Note("rent"),
        Entry::Withdraw { amount: 70, fee: 3 },
    ];
    let (balance, status) = settle(&entries);
    println!("{balance} {status:?} {}", status == Status::Settled);
}
