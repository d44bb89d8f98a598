//~ family: E0433-use-removed
//~ vary u64: u64 | u32 | i64
//~ vary worker: worker | miner | baker
use std::sync::mpsc;
use std::thread;

struct Report {
    shift: usize,
    subtotal: u64,
}

fn even_part(numbers: &[u64]) -> u64 {
    numbers.iter().filter(|number| **number % 2 == 0).sum()
}

fn gather(batches: Vec<Vec<u64>>) -> Vec<Report> {
    let (sender, receiver) = mpsc::channel();
    let mut handles = Vec::new();
    for (shift, batch) in batches.into_iter().enumerate() {
        let outbox = sender.clone();
        handles.push(thread::spawn(move || outbox.send(Report { shift, subtotal: even_part(&batch) }).is_ok()));
    }
    drop(sender);
    let mut reports: Vec<Report> = receiver.iter().collect();
    reports.sort_by_key(|report| report.shift);
    let delivered = handles.into_iter().filter_map(|handle| handle.join().ok()).count();
    println!("{delivered} threads ended");
    reports
}

fn main() {
    let reports = gather(vec![vec![4, 7, 10], vec![3, 5], vec![22, 41]]);
    for report in &reports {
        println!("worker {} found {}", report.shift, report.subtotal);
    }
}
