//~ family: E0425-type-typo
use std::sync::{Arc, Mutex};
use std::thread;

struct Ledger {
    entries: Vec<(usize, u64)>,
}

type Shared = Arc<Mutex<Ledger>>;

fn work(ledger: Shared, number: usize) {
    let value = (1..=number as u64).product();
    ledger.lock().unwrap().entries.push((number, value));
}

fn sorted(ledger: &Ledger) -> Vec<u64> {
    let mut entries = ledger.entries.clone();
    entries.sort();
    entries.into_iter().map(|(_, value)| value).collect()
}

fn main() {
    let shared: Shared = Arc::new(Mutex::new(Ledger { entries: Vec::new() }));
    let threads: Vec<_> = (3..6)
        .map(|number| {
            let mine = Arc::clone(&shared);
            thread::spawn(move || work(mine, number))
        })
        .collect();
    for handle in threads {
        handle.join().unwrap();
    }
    println!("{:?}", sorted(&shared.lock().unwrap()));
}
