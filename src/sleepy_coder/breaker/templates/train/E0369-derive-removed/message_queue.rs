//~ family: E0369-derive-removed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
struct Header {
    topic: String,
    tags: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
struct Message<T> {
    header: Header,
    payload: T,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Keep,
    Dedupe,
}

struct Queue<T> {
    waiting: VecDeque<Message<T>>,
    mode: Mode,
}

impl<T: PartialEq> Queue<T> {
    fn offer(&mut self, message: Message<T>) -> bool {
        let same = self.waiting.back().is_some_and(|last| *last == message);
        let refused = self.mode != Mode::Keep && same;
        if !refused {
            self.waiting.push_back(message);
        }
        !refused
    }
}

fn main() {
    let header = Header { topic: "disk".to_string(), tags: vec!["full".to_string()] };
    let message = Message { header, payload: 0.97 };
    let mut queue = Queue { waiting: VecDeque::new(), mode: Mode::Dedupe };
    println!("{} {}", queue.offer(message.clone()), queue.offer(message));
    queue.mode = Mode::Keep;
    println!(
        "{:?} {} {}",
        queue.waiting.front().map(|m| m.payload),
        queue.waiting[0].header.topic,
        queue.waiting[0].header.tags.len()
    );
}
