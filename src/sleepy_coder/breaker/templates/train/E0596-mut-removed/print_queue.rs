//~ family: E0596-mut-removed
//~ vary u32: u32 | i32 | i64
//~ vary invoice: invoice | poster | ticket
//~ vary push_back: push_back | push_front
use std::collections::VecDeque;

#[derive(Debug, Clone)]
struct Job {
    title: String,
    pages: u32,
}

#[derive(Default)]
struct Printer {
    waiting: VecDeque<Job>,
    printed: u32,
}

impl Printer {
    fn submit(&mut self, title: &str, pages: u32) {
        self.waiting.push_back(Job { title: title.to_string(), pages });
    }

    fn step(&mut self) -> Option<Job> {
        let job = self.waiting.pop_front()?;
        self.printed += job.pages;
        Some(job)
    }
}

fn main() {
    let mut printer = Printer::default();
    printer.submit("invoice", 3);
    printer.submit("map", 12);
    while let Some(job) = printer.step() {
        println!("{} ({} pages)", job.title, job.pages);
    }
    println!("total {}", printer.printed);
}
