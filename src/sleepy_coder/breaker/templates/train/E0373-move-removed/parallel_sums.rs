//~ family: E0373-move-removed
//~ vary u64: u64 | i64 | u32
//~ vary sum: sum | product
use std::thread;

fn slices(limit: u64, width: u64) -> Vec<(u64, u64)> {
    let mut bounds = Vec::new();
    let mut low = 1;
    while low < limit {
        bounds.push((low, limit.min(low + width)));
        low += width;
    }
    bounds
}

fn main() {
    let mut workers = Vec::new();
    for bound in slices(20, 8) {
        workers.push(thread::spawn(move || {
            let (low, high) = bound;
            (low..high).map(|value| value % 3 + 1).sum::<u64>()
        }));
    }
    let mut grand = 0;
    for (index, worker) in workers.into_iter().enumerate() {
        match worker.join() {
            Ok(part) => {
                println!("worker {index}: {part}");
                grand += part % 1000;
            }
            Err(_) => println!("worker {index} failed"),
        }
    }
    println!("grand total {grand}");
}
