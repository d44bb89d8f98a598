//~ family: E0310-static-removed
use std::thread::{self, JoinHandle};

fn start<T, F>(input: T, job: F) -> JoinHandle<usize>
where
    T: Send + 'static,
    F: Fn(T) -> usize + Send + 'static,
{
    thread::spawn(move || job(input))
}

fn all<T: AsRef<str> + Send + 'static>(inputs: Vec<T>) -> usize {
    let handles: Vec<_> = inputs.into_iter().map(|input| thread::spawn(move || input.as_ref().len())).collect();
    handles.into_iter().map(|handle| handle.join().unwrap()).sum()
}

fn main() {
    let handle = start(vec![4, 5, 6], |numbers: Vec<i32>| numbers.len());
    println!("{}", handle.join().unwrap());
    println!("{}", all(vec!["harbour", "mill"]));
    println!("{}", all(vec![String::from("quay")]));
}
