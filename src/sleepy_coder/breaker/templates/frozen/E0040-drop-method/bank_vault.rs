//~ family: E0040-drop-method
use std::sync::{Arc, Mutex};
use std::thread;

struct Vault {
    gold: Mutex<u32>,
}

impl Vault {
    fn move_gold(&self, to: &Vault, amount: u32) -> bool {
        let mut own = self.gold.lock().unwrap();
        if *own < amount {
            return false;
        }
        *own -= amount;
        drop(own);
        let mut other = to.gold.lock().unwrap();
        *other += amount;
        drop(other);
        self.total() + to.total() > 0
    }

    fn total(&self) -> u32 {
        *self.gold.lock().unwrap()
    }
}

fn main() {
    let east = Arc::new(Vault { gold: Mutex::new(50) });
    let west = Arc::new(Vault { gold: Mutex::new(5) });
    let (from, to) = (Arc::clone(&east), Arc::clone(&west));
    let moved = thread::spawn(move || from.move_gold(&to, 20)).join().unwrap();
    println!("{moved}: {} {}", east.total(), west.total());
}
