//~ family: E0277-question-in-unit
use std::sync::{Arc, Mutex};
use std::thread;

fn spread(parts: Vec<Vec<u32>>) -> u32 {
    let total = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for part in parts {
        let total = Arc::clone(&total);
        workers.push(thread::spawn(move || {
            let sum: u32 = part.iter().sum();
            *total.lock().unwrap() += sum;
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
    let found = total.lock().unwrap();
    *found
}

fn main() {
    let total = spread(vec![vec![4, 5], vec![60], vec![]]);
    println!("{total}");
}
