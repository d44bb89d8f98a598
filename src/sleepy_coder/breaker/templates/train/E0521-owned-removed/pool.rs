//~ family: E0521-owned-removed
//~ vary u64: u64 | u32 | i64
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Default)]
struct Pool {
    results: Arc<Mutex<Vec<u64>>>,
}

impl Pool {
    fn add(&self, numbers: &[u64]) {
        let numbers = numbers.to_vec();
        let results = Arc::clone(&self.results);
        let worker = thread::spawn(move || {
            let sum = numbers.iter().sum();
            results.lock().unwrap().push(sum);
        });
        worker.join().unwrap();
    }
}

fn main() {
    let pool = Pool::default();
    pool.add(&[4, 5, 6]);
    pool.add(&[70]);
    println!("{:?}", pool.results.lock().unwrap());
}
