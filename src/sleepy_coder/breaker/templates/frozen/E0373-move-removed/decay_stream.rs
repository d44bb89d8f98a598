//~ family: E0373-move-removed
//~ vary u32: u32 | u64 | i64
use std::sync::mpsc;
use std::thread;

fn decay(initial: u32, divisor: u32) -> impl Iterator<Item = u32> {
    std::iter::successors(Some(initial), move |level| {
        let lower = level / divisor;
        if lower == 0 { None } else { Some(lower) }
    })
}

fn main() {
    let (sender, receiver) = mpsc::channel();
    let batch = vec![96, 50, 33];
    let producer = thread::spawn(move || {
        for initial in &batch {
            if sender.send(decay(*initial, 2).count()).is_err() {
                break;
            }
        }
        batch.len()
    });
    let lengths: Vec<usize> = receiver.iter().collect();
    println!("half-lives: {lengths:?}");
    match producer.join() {
        Ok(sent) => println!("{sent} probes sent"),
        Err(_) => println!("producer crashed"),
    }
}
