//~ family: E0521-owned-removed
use std::thread;

fn len(s: &str) -> usize {
    let t = s.to_owned();
    thread::spawn(move || t.len()).join().unwrap()
}

fn main() {
    println!("{}", len("stone"));
}
