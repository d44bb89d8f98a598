//~ family: E0070-deref-removed
//~ vary u32: u32 | i64 | usize
use std::sync::{Arc, Mutex};
use std::thread;

fn raise(highest: &Mutex<u32>, value: u32) {
    let current = *highest.lock().unwrap();
    if value > current {
        *highest.lock().unwrap() = value;
    }
}

fn main() {
    let highest = Arc::new(Mutex::new(0));
    for value in [12, 40, 31] {
        let shared = Arc::clone(&highest);
        thread::spawn(move || raise(&shared, value)).join().unwrap();
    }
    println!("{}", highest.lock().unwrap());
    *highest.lock().unwrap() = 3;
    println!("{}", highest.lock().unwrap());
}
