//~ family: E0506-borrow
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
struct Session {
    user: Option<String>,
    path: Vec<String>,
    visits: BTreeMap<String, u32>,
}

impl Session {
    fn sign_in(&mut self, name: &str) -> String {
        let previous = self.user.clone();
        self.user = Some(name.to_string());
        match previous {
            Some(old) => format!("{old} makes room for {name}"),
            None => format!("hello {name}"),
        }
    }

    fn enter(&mut self, room: &str) {
        let trail = self.path.to_vec();
        self.path = vec![room.to_owned()];
        for (depth, passed) in trail.iter().enumerate() {
            *self.visits.entry(passed.clone()).or_insert(0) += depth as u32;
        }
    }

    fn last(&self) -> Option<&String> {
        self.path.last()
    }
}

fn restart(sessions: &mut [Session]) -> usize {
    let mut reset = 0;
    for session in sessions {
        let former = session.clone();
        *session = Session::default();
        if !former.path.is_empty() && former.last().is_some() {
            reset += 1;
        }
    }
    reset
}

fn main() {
    let mut session = Session::default();
    println!("{} / {}", session.sign_in("ann"), session.sign_in("bo"));
    session.enter("hall");
    session.enter("attic");
    println!("{:?} {:?}", session.visits, session.last());
    println!("{}", restart(&mut [session, Session::default()]));
}
