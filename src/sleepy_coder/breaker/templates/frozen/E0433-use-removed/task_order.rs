//~ family: E0433-use-removed
//~ vary i32: i32 | i64 | u32
//~ vary rinse: rinse | sweep | polish
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    urgency: i32,
    label: &'static str,
    seconds: u64,
}

fn schedule(tasks: Vec<Task>) -> Vec<Task> {
    let mut queue = BinaryHeap::with_capacity(tasks.len());
    for task in tasks {
        queue.push(Reverse(task));
    }
    let mut ordered = Vec::new();
    while let Some(Reverse(task)) = queue.pop() {
        ordered.push(task);
    }
    ordered
}

fn main() {
    let tasks = vec![
        Task { urgency: 7, label: "rinse", seconds: 45 },
        Task { urgency: 2, label: "unlock", seconds: 10 },
        Task { urgency: 7, label: "dry", seconds: 90 },
    ];
    let ordered = schedule(tasks);
    let total = Duration::from_secs(ordered.iter().map(|task| task.seconds).sum());
    for Task { label, urgency, .. } in &ordered {
        println!("{urgency} {label}");
    }
    println!("all done in {total:?}");
}
