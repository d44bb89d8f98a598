//~ family: E0382-clone-removed
use std::fmt::Debug;

trait Edit<S> {
    fn apply(self, state: S) -> S;
}

struct Append(Vec<u8>);

impl Edit<Vec<u8>> for Append {
    fn apply(self, mut state: Vec<u8>) -> Vec<u8> {
        state.extend(self.0);
        state
    }
}

struct History<S> {
    states: Vec<S>,
}

impl<S: Clone + Debug> History<S> {
    fn record<E: Edit<S>>(&mut self, state: S, edit: E) -> S {
        self.states.push(state.clone());
        let next = edit.apply(state);
        while self.states.len() < 3 {
            let held = next.clone();
            self.states.push(held);
        }
        next
    }
}

fn repeated<T: Clone, U>(item: T, times: usize, make: impl Fn(T) -> U) -> (Vec<U>, T) {
    let made = (0..times).map(|_| make(item.clone())).collect();
    (made, item)
}

fn main() {
    let mut history = History { states: vec![] };
    let bytes = vec![1];
    let last = history.record(bytes.to_owned(), Append(bytes));
    let longest = std::cmp::max(last.clone(), vec![1, 0]);
    println!("{last:?} {longest:?} {:?}", history.states);
    println!("{:?}", repeated("ab".to_string(), 2, |text| text.len()));
}
