//~ family: E0615-parens-removed
use std::collections::{BinaryHeap, VecDeque};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Job {
    priority: u8,
    name: String,
}

struct Scheduler {
    urgent: BinaryHeap<Job>,
    normal: VecDeque<Job>,
}

impl Scheduler {
    fn pending(&self) -> usize {
        self.urgent.len() + self.normal.len()
    }

    fn take(&mut self) -> Option<Job> {
        self.urgent.pop().or_else(|| self.normal.pop_front())
    }

    fn drain(mut self) -> Vec<String> {
        let mut names = Vec::with_capacity(self.pending());
        while let Some(Job { name, .. }) = self.take() {
            let short = name.trim().to_lowercase();
            names.push(short);
        }
        names
    }
}

impl FromIterator<(u8, &'static str)> for Scheduler {
    fn from_iter<I: IntoIterator<Item = (u8, &'static str)>>(jobs: I) -> Self {
        let (urgent, normal): (Vec<Job>, Vec<Job>) = jobs
            .into_iter()
            .map(|(priority, name)| Job { priority, name: name.to_owned() })
            .partition(|job| job.priority > 5);
        Scheduler { urgent: urgent.into(), normal: normal.into() }
    }
}

fn main() {
    let scheduler: Scheduler = [(2, " Mop"), (9, "Fix "), (7, "Call")].into_iter().collect();
    println!("{}", scheduler.pending());
    println!("{:?}", scheduler.drain());
}
