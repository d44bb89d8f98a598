//~ family: E0040-drop-method
use std::collections::VecDeque;
use std::sync::{Arc, RwLock, Weak};

enum Message {
    Text(String),
    Quit(Box<u64>),
}

struct Queue {
    waiting: RwLock<VecDeque<Message>>,
}

impl Queue {
    fn deliver(&self) -> Option<u64> {
        let mut waiting = self.waiting.write().ok()?;
        let message = waiting.pop_front();
        drop(waiting);
        match message? {
            Message::Text(text) => Some(text.len() as u64),
            Message::Quit(code) if *code > 3 => {
                drop(code);
                None
            }
            Message::Quit(code) => Some(*code),
        }
    }
}

fn main() {
    let texts = ["red", "green"].map(|word| Message::Text(word.to_string()));
    let queue = Arc::new(Queue { waiting: RwLock::new(texts.into_iter().collect()) });
    queue.waiting.write().unwrap().push_back(Message::Quit(Box::new(9)));
    let back: Weak<Queue> = Arc::downgrade(&queue);
    while let Some(size) = queue.deliver() {
        println!("{size} bytes");
    }
    let finish = move || {
        drop(queue);
    };
    finish();
    println!("{}", back.upgrade().is_none());
    drop(back);
}
