//~ family: parse-quote
use std::sync::mpsc;
use std::thread;

enum Signal {
    Value(u32),
    Stop,
}

fn main() {
    let (sender, receiver) = mpsc::channel();
    let worker = thread::spawn(move || {
        let mut total = 0;
        for signal in receiver {
            match signal {
                Signal::Value(value) => total += value,
                Signal::Stop => break,
            }
        }
        total
    });
    for value in [4, 8, 15] {
        if sender.send(Signal::Value(value)).is_err() {
            println!("nobody listens");
        }
    }
    sender.send(Signal::Stop).unwrap();
    let total = worker.join().expect("the worker does not panic");
    println!("{}", total);
}
