//~ family: E0505-clone-removed
use std::sync::Arc;
use std::thread;

fn total(numbers: Arc<Vec<u64>>) -> u64 {
    let worker = thread::spawn(move || numbers.iter().sum());
    worker.join().unwrap()
}

fn main() {
    let numbers = Arc::new(vec![3, 11, 20]);
    let highest = numbers.iter().max();
    let sum = total(Arc::clone(&numbers));
    println!("{highest:?} of {sum}");
    let others = Arc::new(vec![5, 6, 7]);
    let tail = &others[1..];
    let sum = total(others.clone());
    println!("{sum} with {tail:?}");
}
