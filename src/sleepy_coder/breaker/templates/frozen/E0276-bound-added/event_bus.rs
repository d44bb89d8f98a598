//~ family: E0276-bound-added
mod bus {
    pub trait Bus {
        fn send<E: Into<String>>(&mut self, event: E) -> usize;
        fn replay<S, F: Fn(S, &str) -> S>(&self, start: S, step: F) -> S;
    }

    #[derive(Default)]
    pub struct Memory {
        events: Vec<String>,
    }

    impl Bus for Memory {
        fn send<E: Into<String>>(&mut self, event: E) -> usize {
            self.events.push(event.into());
            self.events.len()
        }

        fn replay<S, F: Fn(S, &str) -> S>(&self, start: S, step: F) -> S {
            self.events.iter().fold(start, |state, event| step(state, event))
        }
    }
}

use bus::{Bus, Memory};

struct Tally {
    letters: usize,
}

fn main() {
    let mut memory = Memory::default();
    memory.send("opened");
    let count = memory.send(format!("moved {}", 4));
    let tally = memory.replay(Tally { letters: 0 }, |tally, event| Tally { letters: tally.letters + event.len() });
    println!("{count} events, {} letters", tally.letters);
}
