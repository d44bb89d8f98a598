//~ family: E0432-import-typo
//~ vary pop_front: pop_front | pop_back
//~ vary usize: usize | u64 | u32
use std::collections::VecDeque;
use std::rc::Rc as Shared;

struct Job {
    title: Shared<str>,
    pages: usize,
}

struct Spooler {
    waiting: VecDeque<Job>,
    printed: usize,
}

impl Spooler {
    fn submit(&mut self, title: &str, pages: usize) -> Shared<str> {
        let handle: Shared<str> = Shared::from(title);
        self.waiting.push_back(Job { title: Shared::clone(&handle), pages });
        handle
    }

    fn advance(&mut self) -> Option<Shared<str>> {
        let job = self.waiting.pop_front()?;
        self.printed += job.pages;
        Some(job.title)
    }
}

fn main() {
    let mut spooler = Spooler { waiting: VecDeque::new(), printed: 0 };
    let handle = spooler.submit("thesis", 80);
    spooler.submit("flyer", 2);
    while let Some(title) = spooler.advance() {
        println!("done {title}, total {}", spooler.printed);
    }
    println!("holders of {handle}: {}", Shared::strong_count(&handle));
}
