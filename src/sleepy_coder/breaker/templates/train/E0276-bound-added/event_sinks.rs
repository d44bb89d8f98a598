//~ family: E0276-bound-added
use std::collections::HashMap;
use std::hash::Hash;

trait Sink {
    fn send<E: ToString>(&mut self, event: E) -> usize;

    fn counted<K, E>(&mut self, events: Vec<(K, E)>) -> HashMap<K, usize>
    where
        K: Eq + Hash,
        E: ToString,
    {
        events.into_iter().map(|(key, event)| (key, self.send(event))).collect()
    }
}

#[derive(Default)]
struct Memory(Vec<String>);

struct Tee<A, B>(A, B);

impl Sink for Memory {
    fn send<E: ToString>(&mut self, event: E) -> usize {
        self.0.push(event.to_string());
        self.0.len()
    }
}

impl<A: Sink, B: Sink> Sink for Tee<A, B> {
    fn send<E: ToString>(&mut self, event: E) -> usize {
        let text = event.to_string();
        self.0.send(&text).max(self.1.send(text))
    }
}

impl<S: Sink> Sink for &mut S {
    fn send<Event: ToString>(&mut self, event: Event) -> usize {
        (**self).send(event)
    }
}

fn main() {
    let mut left = Memory::default();
    let mut both = Tee(&mut left, Memory(vec!["start".to_string()]));
    let counts = both.counted(vec![('a', 3.5), ('b', 9.0)]);
    println!("{:?} {:?} {:?}", counts.get(&'b'), both.1 .0, left.0);
}
