//~ family: E0040-drop-method
//~ vary u32: u32 | u64 | i32
use std::sync::{Arc, Mutex};
use std::thread;

fn run(slots: &Arc<Mutex<Vec<u32>>>, start: u32) {
    let shared = Arc::clone(slots);
    let worker = thread::spawn(move || {
        let mut list = shared.lock().unwrap();
        list.push(start * 3);
        drop(list);
        shared.lock().unwrap().len()
    });
    println!("{} slots", worker.join().unwrap());
}

fn main() {
    let slots = Arc::new(Mutex::new(Vec::new()));
    run(&slots, 4);
    let held = slots.lock().unwrap();
    println!("{}", held.len());
    drop(held);
    run(&slots, 5);
    println!("{:?}", slots.lock().unwrap());
}
