//~ family: E0382-match-moved
#[derive(Debug)]
enum State {
    Open,
    Assigned(String),
    Closed { reason: String },
}

fn label(state: &State) -> usize {
    match state {
        State::Open => 0,
        State::Assigned(_) => 1,
        State::Closed { .. } => 2,
    }
}

fn main() {
    let states = [
        State::Open,
        State::Assigned(String::from("Marit")),
        State::Closed { reason: String::from("duplicate") },
    ];
    for state in states {
        match &state {
            State::Assigned(person) => println!("{person} works on it"),
            State::Closed { reason } => println!("closed: {reason}"),
            State::Open => println!("open"),
        }
        println!("{} {:?}", label(&state), state);
    }
}
