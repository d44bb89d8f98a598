//~ family: E0038-sized-removed
use std::cell::RefCell;

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

trait Task {
    fn run(&mut self) -> bool;

    fn repeat(times: usize) -> Vec<Self>
    where
        Self: Sized + Default,
    {
        (0..times).map(|_| Self::default()).collect()
    }

    fn merge(self, other: Self) -> Self
    where
        Self: Sized;
}

#[derive(Default)]
struct Sweep {
    rooms: u32,
}

impl Task for Sweep {
    fn run(&mut self) -> bool {
        self.rooms += 1;
        LOG.with(|log| log.borrow_mut().push(format!("room {}", self.rooms)));
        self.rooms > 2
    }

    fn merge(self, other: Sweep) -> Sweep {
        Sweep { rooms: self.rooms + other.rooms }
    }
}

fn main() {
    let mut sweeps = Sweep::repeat(2);
    for (turn, sweep) in sweeps.iter_mut().enumerate() {
        sweep.rooms = turn as u32;
        let task = sweep as &mut dyn Task;
        while !task.run() {}
    }
    let all = sweeps.into_iter().reduce(Task::merge).unwrap_or_default();
    println!("{} rooms: {}", all.rooms, LOG.with(|log| log.borrow().join(", ")));
}
