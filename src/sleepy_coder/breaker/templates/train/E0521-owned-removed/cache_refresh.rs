//~ family: E0521-owned-removed
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

mod cache {
    use super::*;

    #[derive(Default, Clone)]
    pub struct Cache {
        pub slots: Arc<Mutex<HashMap<String, Vec<u8>>>>,
        pub changed: Arc<Condvar>,
    }

    impl Cache {
        pub fn refresh(&self, key: &str, bytes: &[u8]) -> thread::JoinHandle<Option<Vec<u8>>> {
            let own = self.clone();
            let (key, bytes) = (key.to_owned(), bytes.to_vec());
            thread::spawn(move || {
                let before = own.slots.lock().ok()?.insert(key, bytes);
                own.changed.notify_all();
                before
            })
        }

        pub fn wait(&self) -> Result<usize, &'static str> {
            let slots = Arc::clone(&self.slots);
            let counter = thread::Builder::new().spawn(move || slots.lock().map_or(0, |slots| slots.len()));
            counter.map_err(|_| "no thread")?.join().map_err(|_| "it panicked")
        }
    }
}

fn later(name: &String, pause: &Duration) -> thread::JoinHandle<usize> {
    let name = name.clone();
    let pause = *pause;
    thread::spawn(move || {
        thread::sleep(pause);
        name.len()
    })
}

fn main() {
    let cache = cache::Cache::default();
    println!("{:?}", cache.refresh("logo", &[1, 2]).join().ok().flatten());
    println!("{:?} {:?}", cache.wait(), later(&"pause".to_string(), &Duration::from_millis(3)).join().ok());
}
