//~ family: E0252-import-twice
use std::sync::mpsc::{Sender, channel};
use std::thread::spawn;
use std::time::Duration;

fn report(sender: Sender<(u64, Duration)>, number: u64) {
    let wait = Duration::from_millis(number * 250);
    sender.send((number, wait)).unwrap();
}

fn main() {
    let (sender, receiver) = channel();
    for number in [4, 1, 6] {
        let sender = sender.clone();
        spawn(move || report(sender, number));
    }
    drop(sender);
    let mut waits: Vec<(u64, Duration)> = receiver.iter().collect();
    waits.sort();
    for (number, wait) in waits {
        println!("{number}: {:.2}s", wait.as_secs_f64());
    }
}
