//~ family: E0716-owner-removed
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

type Scores = Arc<Mutex<HashMap<String, u32>>>;

fn snapshot(scores: &Scores) -> HashMap<String, u32> {
    scores.lock().unwrap().clone()
}

fn main() {
    let scores: Scores = Arc::default();
    let workers: Vec<_> = ["ana", "bo"]
        .into_iter()
        .map(|name| {
            let scores = Arc::clone(&scores);
            thread::spawn(move || scores.lock().unwrap().insert(name.to_string(), name.len() as u32))
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    let copy = snapshot(&scores);
    let best = copy.values().max();
    println!("{best:?}");
    let again = snapshot(&scores);
    let ana = again.get("ana");
    println!("{ana:?}");
}
