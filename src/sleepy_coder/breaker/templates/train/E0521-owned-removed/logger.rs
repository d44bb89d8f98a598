//~ family: E0521-owned-removed
use std::sync::mpsc::{channel, Sender};
use std::thread;

fn log(sender: &Sender<String>, line: &str) {
    let line = line.to_string();
    let sender = sender.clone();
    let worker = thread::spawn(move || {
        let text = format!("> {line}");
        sender.send(text).unwrap();
    });
    worker.join().unwrap();
}

fn main() {
    let (sender, receiver) = channel();
    log(&sender, "opened");
    log(&sender, "closed again");
    drop(sender);
    for line in receiver {
        println!("{line}");
    }
}
