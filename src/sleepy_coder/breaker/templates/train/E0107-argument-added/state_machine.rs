//~ family: E0107-argument-added
use std::collections::HashMap;
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum State {
    Idle,
    Busy,
    Broken,
}

type Rule = fn(State) -> Option<State>;

struct Machine {
    state: State,
    rules: HashMap<char, Rule>,
    trace: Vec<State>,
}

impl From<HashMap<char, Rule>> for Machine {
    fn from(rules: HashMap<char, Rule>) -> Machine {
        Machine { state: State::Idle, rules, trace: Vec::new() }
    }
}

impl Machine {
    fn feed(&mut self, input: char) -> Result<State, State> {
        let next = self.rules.get(&input).and_then(|rule| rule(self.state)).ok_or(self.state)?;
        self.trace.push(std::mem::replace(&mut self.state, next));
        Ok(next)
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} after {:?}", self.state, self.trace)
    }
}

fn work(state: State) -> Option<State> {
    (state == State::Idle).then_some(State::Busy)
}

fn main() {
    let mut machine = Machine::from(HashMap::from([('w', work as Rule), ('x', |_| Some(State::Broken))]));
    println!("{:?} {:?} {}", machine.feed('w'), machine.feed('q'), machine.feed('x').is_ok());
    println!("{machine}");
}
