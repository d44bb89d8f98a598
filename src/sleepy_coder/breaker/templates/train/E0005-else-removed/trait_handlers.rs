//~ family: E0005-else-removed
use std::rc::{Rc, Weak};

enum Reply {
    Text(String),
    Code { number: i32, retry: bool },
    Empty,
}

trait Handler {
    fn handle(&mut self, reply: Reply);
    fn last(&self) -> Option<i32>;
}

struct Retries(Vec<i32>);

impl Handler for Retries {
    fn handle(&mut self, reply: Reply) {
        let Reply::Code { number, retry: true } = reply else {
            return;
        };
        self.0.push(number);
    }

    fn last(&self) -> Option<i32> {
        let [.., last] = self.0.as_slice() else { return None };
        Some(*last)
    }
}

fn shared(link: &Weak<Reply>) -> Option<usize> {
    let Some(reply) = link.upgrade() else { return None };
    let Reply::Text(ref text) = *reply else { return None };
    Some(text.len())
}

fn main() {
    let mut retries = Retries(vec![]);
    retries.handle(Reply::Empty);
    retries.handle(Reply::Code {
        number: 503,
        retry: true,
    });
    let reply = Rc::new(Reply::Text("hello".to_string()));
    println!(
        "{:?} {:?} {:?}",
        retries.last(),
        shared(&Rc::downgrade(&reply)),
        shared(&Weak::new())
    );
}
