//~ family: parse-semicolon
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

enum Job {
    Square(u64),
    Stop,
}

fn worker(jobs: Receiver<Job>, results: Arc<Mutex<Vec<u64>>>) {
    loop {
        let Ok(job) = jobs.recv() else {
            break;
        };
        let number = match job {
            Job::Square(number) => number,
            Job::Stop => return,
        };
        let mut results = results.lock().unwrap();
        results.push(number * number);
    }
}

fn main() {
    let (sender, jobs): (Sender<Job>, Receiver<Job>) = mpsc::channel();
    let results = Arc::new(Mutex::new(Vec::new()));
    let handle = {
        let results = Arc::clone(&results);
        thread::spawn(move || worker(jobs, results))
    };
    for number in [3, 7, 20] {
        sender.send(Job::Square(number)).expect("the worker lives");
    }
    sender.send(Job::Stop).unwrap();
    handle.join().unwrap();
    let results = results.lock().unwrap();
    println!("{} {:?}", results.len(), results.iter().max());
}
