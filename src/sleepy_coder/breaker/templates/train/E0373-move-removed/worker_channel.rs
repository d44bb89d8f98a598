//~ family: E0373-move-removed
//~ vary u64: u64 | u32
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

struct Pool {
    done: Arc<Mutex<Vec<String>>>,
    handles: Vec<JoinHandle<u64>>,
}

impl Pool {
    fn submit(&mut self, label: &'static str, load: u64) {
        let done = Arc::clone(&self.done);
        self.handles.push(thread::spawn(move || {
            done.lock().map_or(0, |mut list| {
                list.push(label.to_uppercase());
                list.len() as u64
            })
        }));
        let heavy = load * 3;
        let extra = thread::Builder::new()
            .name(label.to_string())
            .spawn(move || heavy % 1000);
        self.handles.extend(extra);
    }
}

fn squares(limit: u64) -> Receiver<u64> {
    let (sender, receiver) = mpsc::channel();
    let numbers: Vec<u64> = (1..limit.min(9)).collect();
    thread::spawn(move || numbers.iter().map(|number| number * number).max());
    sender.send(limit).expect("the receiver is alive");
    receiver
}

fn main() {
    let mut pool = Pool {
        done: Arc::default(),
        handles: Vec::new(),
    };
    for (label, load) in [("scan", 40), ("sort", 7)] {
        pool.submit(label, load);
    }
    let mut sums = 0;
    for handle in pool.handles.drain(..) {
        sums += handle.join().unwrap_or_default() % 100;
    }
    println!(
        "{sums} {} {:?}",
        pool.done.lock().map_or(0, |list| list.len()),
        squares(5).recv()
    );
}
