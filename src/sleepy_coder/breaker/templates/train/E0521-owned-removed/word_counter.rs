//~ family: E0521-owned-removed
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

type Counts = HashMap<String, usize>;

fn count_in_background(lines: &[String]) -> thread::JoinHandle<Counts> {
    let lines = Vec::from(lines);
    thread::spawn(move || {
        let mut counts = Counts::new();
        for word in lines.iter().flat_map(|line| line.split_whitespace()) {
            *counts.entry(word.to_string()).or_default() += 1;
        }
        counts
    })
}

fn suffix(path: &Path) -> Option<String> {
    let (sender, receiver) = mpsc::channel();
    let path = PathBuf::from(path);
    thread::spawn(move || {
        let found = path.extension().map(|ending| ending.to_string_lossy().into_owned());
        sender.send(found)
    });
    receiver.recv().ok().flatten()
}

fn main() {
    let lines = vec!["to be or".to_string(), "not to be".to_string()];
    let counts = count_in_background(&lines).join().unwrap_or_default();
    println!("{:?} {} lines", counts.get("be"), lines.len());
    println!("{:?}", suffix(Path::new("photo.jpeg")));
}
