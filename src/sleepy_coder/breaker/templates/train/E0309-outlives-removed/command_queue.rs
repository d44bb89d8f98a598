//~ family: E0309-outlives-removed
use std::collections::VecDeque;

type Job<'q> = Box<dyn FnOnce(&mut Vec<String>) + 'q>;

struct Queue<'q> {
    jobs: VecDeque<Job<'q>>,
}

trait Schedule<'q> {
    fn later<J>(&mut self, job: J) -> usize
    where
        J: FnOnce(&mut Vec<String>) + 'q;
}

impl<'q> Schedule<'q> for Queue<'q> {
    fn later<J>(&mut self, job: J) -> usize
    where
        J: FnOnce(&mut Vec<String>) + 'q,
    {
        self.jobs.push_back(Box::new(job));
        self.jobs.len()
    }
}

impl<'q> Queue<'q> {
    fn first(&mut self, job: impl FnOnce(&mut Vec<String>) + 'q) {
        self.jobs.push_front(Box::new(job));
    }

    fn each<I: ToString + 'q>(&mut self, items: Vec<I>) {
        for item in items {
            self.jobs.push_back(Box::new(move |log| log.push(item.to_string())));
        }
    }
}

fn main() {
    let name = String::from("boot");
    let mut queue = Queue { jobs: VecDeque::new() };
    println!("{}", queue.later(|log| log.push(name.clone())));
    queue.first(|log| log.push("start".to_string()));
    queue.each(vec![3, 5]);
    let mut log = Vec::new();
    while let Some(job) = queue.jobs.pop_front() {
        job(&mut log);
    }
    println!("{log:?}");
}
