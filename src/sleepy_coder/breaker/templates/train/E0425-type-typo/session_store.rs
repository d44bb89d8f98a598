//~ family: E0425-type-typo
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq)]
enum State {
    Open,
    Closed(u32),
}

struct Session {
    user: String,
    state: State,
}

struct Store {
    sessions: HashMap<u32, Session>,
    next: u32,
}

impl Store {
    fn open(&mut self, user: &str) -> u32 {
        self.next += 1;
        let session: Session = Session { user: user.to_string(), state: State::Open };
        self.sessions.insert(self.next, session);
        self.next
    }

    fn close(&mut self, id: u32, at: u32) -> Option<State> {
        let session = self.sessions.get_mut(&id)?;
        session.state = State::Closed(at);
        Some(session.state.clone())
    }

    fn find(&self, user: &str) -> Vec<&Session> {
        self.sessions.values().filter(|session| session.user == user).collect()
    }
}

fn main() {
    let mut store = Store { sessions: HashMap::new(), next: 10 };
    let id = store.open("lena");
    println!("{:?} {:?}", store.close(id, 42), store.close(3, 1));
    println!("{}", store.find("lena").iter().filter(|session| session.state != State::Open).count());
}
