//~ family: E0046-type-removed
use std::collections::HashMap;

pub trait Machine {
    type State: Copy + PartialEq;
    type Event<'e>
    where
        Self: 'e;
    type Log;

    fn start(&self) -> Self::State;

    fn on<'e>(&'e mut self, state: Self::State, event: Self::Event<'e>) -> Self::State;

    fn close(self) -> Self::Log;
}

#[derive(Default)]
struct Turnstile {
    seen: HashMap<String, usize>,
}

impl Machine for Turnstile {
    type State = bool;
    type Event<'e> = &'e str;
    type Log = Vec<(String, usize)>;

    fn start(&self) -> bool {
        !self.seen.is_empty()
    }

    fn on<'e>(&'e mut self, state: bool, event: &'e str) -> bool {
        *self.seen.entry(event.to_owned()).or_default() += 1;
        match event {
            "coin" => true,
            "push" => false,
            _ => state,
        }
    }

    fn close(self) -> Vec<(String, usize)> {
        self.seen.into_iter().filter(|(_, times)| *times > 1).collect()
    }
}

fn main() {
    let mut gate = Turnstile::default();
    let last = ["coin", "push", "kick", "coin"]
        .iter()
        .fold(gate.start(), |state, event| gate.on(state, event));
    println!("{last} {:?}", gate.close());
}
