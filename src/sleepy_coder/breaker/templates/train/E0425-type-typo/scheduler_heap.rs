//~ family: E0425-type-typo
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

#[derive(Debug, Eq, PartialEq, Ord, PartialOrd)]
struct Job {
    due: u32,
    title: String,
}

type Shared<T> = Rc<RefCell<T>>;
type Queue = BinaryHeap<Reverse<Job>>;

#[derive(Clone)]
struct Clock {
    time: Shared<u32>,
}

struct Scheduler {
    queue: Queue,
    clock: Clock,
    on_late: Option<Box<dyn Fn(&Job)>>,
}

impl Scheduler {
    fn new(clock: Clock) -> Scheduler {
        Scheduler { queue: Queue::new(), clock, on_late: None }
    }

    fn tick(&mut self) -> Vec<Job> {
        *self.clock.time.borrow_mut() += 1;
        let now = *self.clock.time.borrow();
        let mut ready = Vec::<Job>::new();
        while self.queue.peek().is_some_and(|Reverse(job)| job.due <= now) {
            if let Some(Reverse(job)) = self.queue.pop() {
                if let Some(warn) = self.on_late.as_ref().filter(|_| job.due < now) {
                    warn(&job);
                }
                ready.push(job);
            }
        }
        ready
    }
}

fn main() {
    let clock = Clock { time: Rc::default() };
    let mut scheduler = Scheduler::new(clock.clone());
    scheduler.on_late = Some(Box::new(|job: &Job| println!("late: {}", job.title)));
    for (due, title) in [(2, "sweep"), (0, "boil")] {
        scheduler.queue.push(Reverse(Job { due, title: title.to_string() }));
    }
    println!("{:?} {:?} at {}", scheduler.tick().len(), scheduler.tick(), clock.time.borrow());
}
