//~ family: E0119-derived-too
use std::cmp::Ordering;

#[derive(Debug, PartialEq, Eq)]
struct Job {
    urgency: u8,
    title: &'static str,
}

impl Ord for Job {
    fn cmp(&self, other: &Job) -> Ordering {
        self.urgency.cmp(&other.urgency).then_with(|| other.title.cmp(self.title))
    }
}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Job) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn main() {
    let mut heap = std::collections::BinaryHeap::new();
    for (urgency, title) in [(2, "mop"), (9, "fire"), (2, "dust")] {
        heap.push(Job { urgency, title });
    }
    while let Some(job) = heap.pop() {
        println!("{} {}", job.urgency, job.title);
    }
}
