//~ family: E0505-clone-removed
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

struct Pool {
    limit: Arc<Mutex<u32>>,
    names: Vec<String>,
}

fn start(limit: Arc<Mutex<u32>>, name: String, out: Sender<String>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut left = limit.lock().unwrap();
        if *left > 0 {
            *left -= 1;
            out.send(format!("{name} runs")).unwrap();
        }
    })
}

impl Pool {
    fn run(self) -> Vec<String> {
        let (sender, receiver) = mpsc::channel();
        for name in &self.names {
            let handle = start(self.limit.clone(), name.clone(), sender.clone());
            handle.join().unwrap();
        }
        drop(sender);
        receiver.iter().collect()
    }
}

fn main() {
    let limit = Arc::new(Mutex::new(2));
    let watched = &limit;
    let names = vec!["ant".to_string(), "bee".to_string(), "cat".to_string()];
    let longest = names.iter().map(|name| name.as_str()).max();
    let pool = Pool { limit: Arc::clone(&limit), names: names.clone() };
    let lines = pool.run();
    println!("{lines:?} {longest:?} {}", watched.lock().unwrap());
    let text = lines.join("\n");
    let rows: Vec<&str> = text.lines().collect();
    let (out, inbox) = mpsc::channel();
    out.send(text.clone()).unwrap();
    println!("{} {}", rows.len(), inbox.recv().unwrap().len());
}
