//~ family: E0382-clone-removed
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

struct Worker {
    id: usize,
    out: Sender<String>,
    log: Arc<Mutex<Vec<usize>>>,
}

impl Worker {
    fn start(self, text: Arc<str>) -> thread::JoinHandle<usize> {
        thread::spawn(move || {
            self.log.lock().unwrap().push(self.id);
            self.out.send(format!("{}:{text}", self.id)).unwrap();
            text.len()
        })
    }
}

fn main() {
    let (out, inbox) = mpsc::channel();
    let log = Arc::new(Mutex::new(Vec::new()));
    let text: Arc<str> = Arc::from("shared");
    let first = Worker {
        id: 1,
        out: out.clone(),
        log: Arc::clone(&log),
    };
    let second = Worker {
        id: 2,
        out,
        log: log.clone(),
    };
    let sizes = [first.start(text.clone()), second.start(Arc::clone(&text))].map(|one| one.join().unwrap());
    let mut seen: Vec<String> = inbox.iter().collect();
    seen.sort();
    println!("{sizes:?} {seen:?} {text}");
    println!("{}", log.lock().unwrap().len());
}
