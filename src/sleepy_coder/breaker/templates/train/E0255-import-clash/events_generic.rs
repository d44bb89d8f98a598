//~ family: E0255-import-clash
mod events {
    use std::collections::VecDeque;

    pub type Stamp = u64;

    pub struct Event<T>(pub Stamp, pub T);

    pub trait Handler<T> {
        fn handle(&mut self, event: &Event<T>) -> bool;
    }

    pub fn drain<T, H: Handler<T>>(queue: &mut VecDeque<Event<T>>, handler: &mut H) -> usize {
        std::iter::from_fn(|| queue.pop_front()).filter(|event| handler.handle(event)).count()
    }

    pub fn later(stamp: u64, by: u64) -> u64 {
        stamp.saturating_add(by)
    }
}

use events::{drain, later as after, Event, Handler};
use events::{later, Stamp};

struct Latest(Stamp);

impl<T: AsRef<str>> Handler<T> for Latest {
    fn handle(&mut self, Event(stamp, text): &Event<T>) -> bool {
        let newer = *stamp > self.0 && !text.as_ref().is_empty();
        if newer {
            self.0 = later(*stamp, 1);
        }
        newer
    }
}

fn main() {
    let mut latest = Latest(after(0, 2));
    let mut queue = [Event(3, "a"), Event(1, "b"), Event(9, "")].into();
    println!("{} {}", drain(&mut queue, &mut latest), latest.0);
}
